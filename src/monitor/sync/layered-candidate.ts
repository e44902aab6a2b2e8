/**
 * All kept rows laid over the shipped facts, and proved to load.
 *
 * Where the facts do not load with what a feed brought, that feed's news is put into quarantine and its last good rows are laid
 * instead, until they do: the last good state of every feed has loaded before.
 */
import {tmpdir} from "node:os";
import {join} from "node:path";
import {factsHome} from "../../cache/facts-home.ts";
import type {FactFile} from "../../data/fact-files.ts";
import {vintageOf} from "../../data/facts-vintage.ts";
import {TABLES} from "../../data/sources/feed-tables.ts";
import {layeredFacts} from "../../data/sources/layered-facts.ts";
import type {FeedResult} from "./feed-results.ts";
import {candidateFacts, filesAtFault} from "./publish-facts.ts";
import type {SyncEffects} from "./sync-effects.ts";

export interface Layered {
  readonly results: readonly FeedResult[];
  readonly vintage: string;
  /** Moves the new facts to their place; only the commit makes them hold. */
  readonly place: () => void;
  readonly discard: () => void;
}

export function layeredCandidate(
  input: {
    readonly home: string;
    readonly today: string;
    readonly shippedFiles: readonly FactFile[];
    readonly base: string;
    /** The facts in use lie on these shipped facts already. */
    readonly isSameBase: boolean;
    /** Vintage of the synced facts in use; null when there are none. */
    readonly inUse: string | null;
    readonly results: readonly FeedResult[];
    readonly isDryRun: boolean;
  },
  {disk, processId}: Pick<SyncEffects, "disk" | "processId">,
): Layered {
  const {home, shippedFiles, base, inUse, isDryRun} = input;
  const folder = isDryRun ? join(tmpdir(), `lagline-dry-run-${processId}`) : join(factsHome(home), ".new");
  const nothing = () => {};
  let results = input.results;
  if (input.isSameBase && inUse !== null && !results.some(isNews))
    return {results, vintage: inUse, place: nothing, discard: nothing};
  for (;;) {
    const files = layeredFacts(
      shippedFiles,
      results.map(({feed, table: {rows, benchmarks}}) => ({feed, rows, benchmarks})),
    );
    const {vintage} = vintageOf(files);
    if (vintage === base || vintage === inUse) return {results, vintage, place: nothing, discard: nothing};
    try {
      return {
        results,
        ...candidateFacts({home, folder, files, inUse: isDryRun ? null : inUse, isLasting: !isDryRun}, disk),
      };
    } catch (error) {
      const fault = filesAtFault(error);
      const guilty =
        fault && results.filter((result) => isNews(result) && fault.files.some((file) => isOf(file, result)));
      if (!guilty?.length) throw error;
      results = results.map((result) =>
        guilty.includes(result) ? kept(result, fault!.first, input.today) : result,
      );
    }
  }
}

const isNews = ({table, tableBefore}: FeedResult): boolean => table !== tableBefore;

/** Could the file hold rows of this feed? */
const isOf = (file: string, {feed, table}: FeedResult): boolean =>
  table.rows.some((row) => TABLES[row.table].path(feed.id) === file) ||
  table.benchmarks.some(({path}) => path === file);

function kept(result: FeedResult, first: string, day: string): FeedResult {
  const why = `the facts would not load with it: ${first}`;
  const quarantined = [{day, part: "", why}];
  const {before, tableBefore, report} = result;
  return {
    ...result,
    table: tableBefore,
    isGood: false,
    quarantined,
    ...(report
      ? {
          report: {
            ...report,
            outcome: "quarantined",
            because: why,
            rows: {kept: tableBefore.rows.length, added: 0, changed: 0, removed: 0},
            quarantined,
            good: before.good || null,
          },
        }
      : {}),
  };
}
