import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {predictedEvals} from "../../../pipeline/own-evals-answers.ts";
import {keptAliases, keptEvals} from "../../../store/own-evals.ts";
import {printable} from "../../plain-text.ts";
import {evalsPredictScreen} from "../../terminal/evals-predict-screen.ts";
import type {Command} from "../answer.ts";
import {wholeNumber} from "../report-options.ts";

const TOP = 20;
const MOST = 100_000;

/** `lagline evals predict`: every model's success on the user's own evals. */
export const evalsPredict: Command = async ({args, flags, pipeline, options, effects, world}) => {
  if (flags.open && flags.closed)
    throw new InputError(
      "conflicting",
      "filters: --open and --closed; give one of them, or neither for both",
    );
  const top = wholeNumber("--top", typeof flags.top === "string" ? flags.top : undefined, [1, MOST], TOP);
  const home = homeFolder(world.env);
  const {catalog} = await pipeline.catalogFor(options);
  const day = options.asOf ?? catalog.coveredTo;
  const input = {kept: keptEvals(home), aliases: keptAliases(home)};
  const all = predictedEvals(catalog, input, args[0], {...options, day}, effects);
  const side = flags.open ? "open" : flags.closed ? "closed" : undefined;
  const shown = all.map((one) => ({
    ...one,
    models: one.models.filter(({openness}) => side === undefined || openness === side),
  }));
  return {
    json: () => ({evals: shown}),
    lines: (page) =>
      shown.flatMap((one) => [...evalsPredictScreen(printable(one), top, page), ""]).slice(0, -1),
  };
};
