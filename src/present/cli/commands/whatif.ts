import {InputError} from "../../../errors.ts";
import type {Setting} from "../../../forecast/scenario/settings.ts";
import {scenarioMethod} from "../../../forecast/scenario/scenario-method.ts";
import {printable} from "../../plain-text.ts";
import {scenarioListScreen} from "../../terminal/scenario-list-screen.ts";
import {scenarioScreen} from "../../terminal/scenario-screen.ts";
import {REPEATED} from "../assumptions.ts";
import type {Command} from "../answer.ts";
import {wholeNumber} from "../report-options.ts";

/** More paths than this change no digit that is shown, and take minutes. */
const MOST_PATHS = 1_000_000;
const FEWEST_PATHS = 100;

/** `lagline whatif [scenario]`: what it would change; without one, the list. */
export const whatif: Command = async ({pipeline, options, effects, args, flags}) => {
  const paths = wholeNumber(
    "--paths",
    typeof flags.paths === "string" ? flags.paths : undefined,
    [FEWEST_PATHS, MOST_PATHS],
    scenarioMethod.paths.value,
  );
  const settings = typeof flags.set === "string" ? flags.set.split(REPEATED).map(setting) : [];
  const name = args[0];
  const report = await pipeline.reportFor(options, effects);
  if (name === undefined) {
    if (settings.length > 0)
      throw new InputError("missing", "scenario: nothing; the one that --set changes was expected");
    const view = {about: report.about, whatIf: whatIfOf(report)};
    return {json: () => view, lines: (page) => scenarioListScreen(printable(view), page)};
  }
  const effect = await pipeline.whatIfFor(options, effects, {name, settings, paths});
  const view = {about: report.about, effect};
  const record = report.forecast?.backtest;
  return {
    json: () => view,
    lines: (page) => scenarioScreen(printable({...view, ...(record ? {record} : {})}), page),
  };
};

/** @throws InputError where the facts hold no records on both sides */
export function whatIfOf<WhatIf>({whatIf}: {readonly whatIf: WhatIf | null}): WhatIf {
  if (whatIf) return whatIf;
  throw new InputError("insufficient", "records: none on one side; a forecast needs records of both");
}

function setting(text: string): Setting {
  const at = text.indexOf("=");
  if (at > 0) return {key: text.slice(0, at).trim(), value: text.slice(at + 1).trim()};
  throw new InputError("invalid", `--set: "${text}"; key=value such as funding.by=-80% was expected`);
}
