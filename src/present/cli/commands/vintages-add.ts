import {resolve} from "node:path";
import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {parseDay} from "../../../dates.ts";
import {shortName} from "../../../store/vintage-record.ts";
import {vintageStore} from "../../../store/vintage-store.ts";
import {counted} from "../../quantity-text.ts";
import {plainText} from "../../plain-text.ts";
import {wrapped} from "../../terminal/display-width.ts";
import type {Command} from "../answer.ts";

/** `lagline vintages add`: keeps a state of the facts under its hash. */
export const vintagesAdd: Command = async ({options, pipeline, args, flags, world}) => {
  const [folder] = args;
  const on = typeof flags.on === "string" ? calendarDay(flags.on, world.today) : world.today;
  const isShipped = folder === undefined && options.facts === pipeline.defaultOptions.facts;
  const origin = isShipped ? "shipped" : resolve(folder ?? options.facts);
  const {record, isNew} = vintageStore(homeFolder(world.env)).keep(folder ?? options.facts, {
    day: on,
    origin,
  });
  const answer = {vintage: shortName(record), hash: record.hash, day: on, isNew, ...counts(record)};
  const says = isNew
    ? `Kept ${answer.vintage} as the state from ${on} on: ${counted(record.models, "model")}, ${counted(record.results, "result")}, facts up to ${record.coveredTo}.`
    : `${answer.vintage} is already the state of ${on}; nothing was changed.`;
  return {json: () => answer, lines: (page) => wrapped(plainText(says), page.width)};
};

const counts = ({
  coveredTo,
  models,
  benchmarks,
  results,
  prices,
}: ReturnType<ReturnType<typeof vintageStore>["keep"]>["record"]) => ({
  coveredTo,
  models,
  benchmarks,
  results,
  prices,
});

function calendarDay(text: string, today: string): string {
  const shown = JSON.stringify(text.slice(0, 80));
  if (parseDay(text) === undefined)
    throw new InputError("invalid", `--on: ${shown}; a calendar day as YYYY-MM-DD was expected`);
  if (text > today)
    throw new InputError("invalid", `--on: ${text}; a day not after today, ${today}, was expected`);
  return text;
}
