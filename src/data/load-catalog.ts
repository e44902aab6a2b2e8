/**
 * The one door from files to facts: reads a folder, checks everything, gives one frozen Catalog or all that is wrong.
 *
 * Order of files and rows does not matter: models, benchmarks and rows are kept in an order of their own.
 */
import {InputError} from "../errors.ts";
import type {Day} from "../units.ts";
import {checkSuccessors, readBenchmark} from "./benchmark-record.ts";
import type {Catalog, IndexValue, PreferenceRating, Price, PublishedEstimate, Result} from "./catalog.ts";
import {didYouMean} from "./closest-name.ts";
import {checkIdentities} from "./duplicate-identities.ts";
import {type FactFile, factFiles} from "./fact-files.ts";
import {vintageOf} from "./facts-vintage.ts";
import {Faults} from "./faults.ts";
import {frozenMap} from "./frozen-map.ts";
import {readModel} from "./model-record.ts";
import {checkPriceOverlaps, readPrices} from "./price-table.ts";
import {readIndexValues, readPreferences, readPublishedEstimates} from "./rating-tables.ts";
import {type References, stemOf} from "./references.ts";
import {readResults} from "./result-table.ts";
import {inOrder} from "./row-order.ts";
import {readLabs, readLicences, readSources} from "./source-tables.ts";

/** Tables a facts folder must have, by path. */
const TABLES = [
  "licences.csv",
  "sources.csv",
  "labs.csv",
  "index-values.csv",
  "published-estimates.csv",
] as const;
/** Folders of facts, and the kind of file in each. `models` has one folder per lab. */
const FOLDERS = {
  models: /^models\/[^/]+\/[^/]+\.yaml$/,
  benchmarks: /^benchmarks\/[^/]+\.yaml$/,
  results: /^results\/[^/]+\.csv$/,
  prices: /^prices\/[^/]+\.csv$/,
  preferences: /^preferences\/[^/]+\.csv$/,
} as const;
/** Facts of other layers, read by `readTable`; and the account of what a migration left out. */
const OTHERS = [/^forces\//, /^left-out\.csv$/];

/**
 * Reads the facts in `folder`.
 *
 * @throws InputError for a folder or file that cannot be read at all
 * @throws InputErrors with up to 20 faults, each naming file and row
 */
export function loadCatalog(folder: string): Catalog {
  const files = factFiles(folder);
  const faults = new Faults();
  checkLayout(files, folder, faults);
  const references: References = {
    licences: new Map(),
    sources: new Map(),
    labs: new Map(),
    models: new Map(),
    benchmarks: new Map(),
    unread: new Set(),
    faults,
  };

  const readAll = (wanted: RegExp, read: (file: FactFile) => void): void => {
    for (const file of files) {
      if (!wanted.test(file.path)) continue;
      try {
        read(file);
      } catch (error) {
        // One unreadable file must not hide what is wrong with the others.
        if (!(error instanceof InputError)) throw error;
        faults.keep(error);
        references.unread.add(stemOf(file.path));
      }
    }
  };

  readAll(/^licences\.csv$/, (file) => readLicences(file, references));
  readAll(/^sources\.csv$/, (file) => readSources(file, references));
  readAll(/^labs\.csv$/, (file) => readLabs(file, references));
  readAll(FOLDERS.models, (file) => readModel(file, references));
  checkIdentities(references.models.values(), faults);
  readAll(FOLDERS.benchmarks, (file) => readBenchmark(file, references));
  checkSuccessors(references);

  const results: Result[] = [];
  const prices: Price[] = [];
  const preferences: PreferenceRating[] = [];
  const indexValues: IndexValue[] = [];
  const publishedEstimates: PublishedEstimate[] = [];
  const setups = new Map<string, string>();
  const ratings = new Set<string>();
  readAll(FOLDERS.results, (file) => append(results, readResults(file, references, setups)));
  readAll(FOLDERS.prices, (file) => append(prices, readPrices(file, references)));
  checkPriceOverlaps(prices, faults);
  readAll(FOLDERS.preferences, (file) => append(preferences, readPreferences(file, references, ratings)));
  readAll(/^index-values\.csv$/, (file) => append(indexValues, readIndexValues(file, references)));
  readAll(/^published-estimates\.csv$/, (file) =>
    append(publishedEstimates, readPublishedEstimates(file, references)),
  );
  if (results.length === 0) {
    faults.add("insufficient", "results: 0; at least one row in results/ was expected", {file: "results"});
  }
  faults.throwIfAny();

  return Object.freeze({
    models: frozenMap(references.models),
    benchmarks: frozenMap(references.benchmarks),
    labs: frozenMap(references.labs),
    sources: frozenMap(references.sources),
    licences: frozenMap(references.licences),
    results: inOrder(
      results,
      (row) => row.benchmark,
      (row) => row.model,
      (row) => row.setting,
      (row) => row.harness,
      (row) => row.provenance.source,
      (row) => row.run,
    ),
    prices: inOrder(
      prices,
      (row) => row.model,
      (row) => row.provider,
      (row) => row.from,
      (row) => row.provenance.retrieved,
    ),
    preferences: inOrder(
      preferences,
      (row) => row.board,
      (row) => row.date,
      (row) => row.model,
      (row) => row.setting,
    ),
    indexValues: inOrder(
      indexValues,
      (row) => row.index,
      (row) => row.vintage,
      (row) => row.model,
    ),
    publishedEstimates: inOrder(publishedEstimates, (row) => row.id),
    ...vintageOf(files),
    coveredTo: results.reduce((last, {seen}) => Math.max(last, seen), -Infinity) as Day,
  });
}

/** Every file must have a place in the layout: a misspelt folder would otherwise be silently ignored. */
function checkLayout(files: readonly FactFile[], folder: string, faults: Faults): void {
  const patterns = [...Object.values(FOLDERS), ...OTHERS];
  for (const {path} of files) {
    if (TABLES.some((table) => table === path) || patterns.some((pattern) => pattern.test(path))) continue;
    const known = [...TABLES, ...Object.keys(FOLDERS)];
    const top = path.split("/")[0];
    faults.add(
      "unknown",
      `fact file: ${path}; one of ${TABLES.join(", ")}, models/<lab>/<id>.yaml, benchmarks/<id>.yaml or a table in results/, prices/ or preferences/ was expected${didYouMean(top, known)}`,
      {file: path},
    );
  }
  for (const table of TABLES) {
    if (files.some(({path}) => path === table)) continue;
    faults.add("missing", `table: ${table}; a file in ${folder} was expected`, {file: table});
  }
}

function append<T>(all: T[], rows: readonly T[]): void {
  for (const row of rows) all.push(row);
}
