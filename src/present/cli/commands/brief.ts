import {extname} from "node:path";
import {dayOf, isoDay, parseDay} from "../../../dates.ts";
import {InputError} from "../../../errors.ts";
import {day} from "../../../units.ts";
import {brief as briefOf, type Reader, READERS} from "../../brief/brief.ts";
import {briefHtml} from "../../brief/brief-html.ts";
import {briefMarkdown} from "../../brief/brief-markdown.ts";
import type {Command} from "../answer.ts";
import {earlierBriefing, rememberBriefing} from "../earlier-briefing.ts";
import {type Flags, oneOf} from "../report-options.ts";
import {adviceAsk} from "../portfolio-file.ts";
import {outFile, writeWhole} from "../out-file.ts";

type Format = "md" | "html";
const FORMATS: readonly Format[] = ["md", "html"];
/** Days looked back where there was no briefing before: what the Report's changes hold. */
const FIRST_LOOK = 90;

/** `lagline brief --for <reader>`: one to two pages, composed from the facts. */
export const brief: Command = async ({pipeline, options, effects, flags, world}) => {
  const reader = readerOf(flags);
  const out = typeof flags.out === "string" ? outFile(flags.out, flags.force === true) : undefined;
  const format = formatOf(flags, out);
  const asked = sinceOf(flags, world.today);
  const portfolio = flags.portfolio === undefined ? undefined : adviceAsk(flags.portfolio, world.env);
  const report = await pipeline.reportFor(options, effects);
  const advice = portfolio ? await pipeline.adviceFor(options, portfolio, effects) : undefined;
  const {about, headline} = report;
  const earlier = earlierBriefing(world.env, reader, about);
  const since = asked ?? earlier?.asOf ?? isoDay(day(dayOf(about.asOf) - FIRST_LOOK));
  const made = briefOf(report, {reader, since, ...(earlier ? {earlier} : {}), ...(advice ? {advice} : {})});
  const text = format === "html" ? briefHtml(made, report) : briefMarkdown(made);
  rememberBriefing(world.env, reader, {
    asOf: about.asOf,
    vintage: about.vintage,
    method: about.method,
    lag: headline.lag.value,
  });
  if (out === undefined) return {json: () => made, lines: () => text.trimEnd().split("\n")};
  writeWhole(out, text);
  return {
    json: () => ({...made, file: out}),
    lines: () => [`Wrote ${out}.`],
  };
};

function readerOf(flags: Flags): Reader {
  if (typeof flags.for !== "string") {
    throw new InputError("missing", `--for: who reads it; one of ${READERS.join(", ")} was expected`);
  }
  return oneOf("--for", flags.for, READERS, "cto");
}

/** As asked for, else as the file's name says, else Markdown, which can be read as it is. */
function formatOf(flags: Flags, out: string | undefined): Format {
  if (typeof flags.format === "string") return oneOf("--format", flags.format, FORMATS, "md");
  return out !== undefined && /^\.html?$/i.test(extname(out)) ? "html" : "md";
}

function sinceOf(flags: Flags, today: string): string | undefined {
  if (typeof flags.since !== "string") return undefined;
  const since = parseDay(flags.since);
  if (since === undefined || flags.since > today) {
    throw new InputError(
      "invalid",
      `--since: ${JSON.stringify(flags.since.slice(0, 80))}; a calendar day as YYYY-MM-DD, not after today, was expected`,
    );
  }
  return flags.since;
}
