import {InputError} from "../../../errors.ts";
import {forcesOf, labFacts, labNamed} from "../../lab-view.ts";
import {printable} from "../../plain-text.ts";
import {labScreen} from "../../terminal/lab-screen.ts";
import {assumptionsOf} from "../assumptions.ts";
import type {Command} from "../answer.ts";

/** `lagline lab <id>`: one lab in full. */
export const lab: Command = async ({pipeline, options, effects, args, flags}) => {
  const own = typeof flags.assume === "string" ? assumptionsOf(flags.assume) : undefined;
  const report = await pipeline.reportFor(options, effects);
  const forces = forcesOf(report);
  const stated = labNamed(forces.labs, args[0]!);
  const breakEven = own && (await pipeline.breakEvensFor(options, own.assumptions)).get(stated.id);
  if (own && !breakEven) {
    throw new InputError(
      "unsupported",
      `--assume: ${stated.id}; a lab that opens weights was expected, for when its open releases pay`,
    );
  }
  const found = breakEven ? {...stated, money: {...stated.money, breakEven: [...breakEven]}} : stated;
  const view = {
    about: report.about,
    asOf: forces.asOf,
    lab: found,
    facts: labFacts(forces, found),
    ...(own ? {assumed: own.says} : {}),
  };
  return {json: () => view, lines: (page) => labScreen(printable(view), flags.all === true, page)};
};
