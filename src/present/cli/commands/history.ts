import {homeFolder} from "../../../cache/home-folder.ts";
import {loadCatalog} from "../../../data/load-catalog.ts";
import {dayOf} from "../../../dates.ts";
import {folderOf} from "../../../monitor/facts-named.ts";
import type {HistoryRow} from "../../../monitor/history/history-row.ts";
import {knownHistory} from "../../../monitor/history/known-history.ts";
import {checkKnown, type Metric, metricNamed} from "../../../monitor/history/metric.ts";
import {publishedHistory} from "../../../monitor/history/published-history.ts";
import {readingOf} from "../../../monitor/reading-of.ts";
import {type Reading, readings} from "../../../store/readings.ts";
import {vintageStore} from "../../../store/vintage-store.ts";
import {printable} from "../../plain-text.ts";
import {historyScreen} from "../../terminal/history-screen.ts";
import type {Ask, Command} from "../answer.ts";
import {wholeNumber} from "../report-options.ts";

const LAST = 6;
const MOST = 10_000;

/** `lagline history <number>`: as it was known at each state of the facts, beside as it is known now. */
export const history: Command = async (ask) => {
  const text = ask.args[0]!;
  const last = wholeNumber(
    "--last",
    typeof ask.flags.last === "string" ? ask.flags.last : undefined,
    [1, MOST],
    LAST,
  );
  const metric = metricNamed(text);
  const found =
    metric.kind === "index"
      ? {
          rows: publishedHistory(loadCatalog(ask.options.facts).indexValues, metric),
          unit: "points",
          earlier: 0,
        }
      : await reportHistory(ask, metric, last);
  const answer = {number: text, ...found};
  return {json: () => answer, lines: (page) => historyScreen(printable(answer), page)};
};

async function reportHistory(
  {pipeline, options, effects, flags, world}: Ask,
  metric: Extract<Metric, {kind: "report"}>,
  last: number,
): Promise<{rows: HistoryRow[]; unit: string; earlier: number}> {
  const home = homeFolder(world.env);
  const store = vintageStore(home);
  const isShipped = options.facts === pipeline.defaultOptions.facts;
  const {record: current} = store.keep(options.facts, {
    day: world.today,
    origin: isShipped ? "shipped" : options.facts,
  });
  const newest = readingOf(await pipeline.reportFor(options, effects), current.hash, world.today);
  for (const id of [metric.id, metric.minus])
    if (id !== undefined) checkKnown(id, Object.keys(newest.numbers));
  const sightings = store
    .list()
    .records.flatMap((record) => record.seen.map(({day, order}) => ({record, day, order})))
    .sort((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1));
  const isSame = (reading: Reading) =>
    reading.dates === options.dates && reading.instrument === options.instrument;
  const mayMeasure = flags.told !== true;
  const rows = await knownHistory(sightings.slice(-last), metric, {
    told: ({hash}) => readings(home).of(hash).filter(isSame),
    measured: (record) => {
      if (record.hash === current.hash) return Promise.resolve(newest);
      if (!mayMeasure) return undefined;
      const facts = folderOf(record, world.env);
      return pipeline
        .reportFor({...options, facts}, effects)
        .then((report) => readingOf(report, record.hash, world.today));
    },
    today: (asOf) => {
      if (asOf === newest.asOf) return Promise.resolve(newest);
      if (!mayMeasure || asOf > newest.asOf) return undefined;
      return pipeline
        .reportFor({...options, asOf: dayOf(asOf)}, effects)
        .then((report) => readingOf(report, current.hash, world.today));
    },
  });
  return {rows, unit: newest.numbers[metric.id]![0], earlier: Math.max(0, sightings.length - last)};
}
