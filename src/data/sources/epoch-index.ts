/**
 * Epoch's capability index as published on one day. No history is kept upstream, and past values move: each state that
 * differs is a vintage of its own here.
 *
 * Two layouts have been seen: one row per model group with interval (`Model`, `eci`), and one per version
 * (`Model version`, `ECI Score`), where versions of a model share its value.
 */
import {InputError} from "../../errors.ts";
import {isoDay, parseDay} from "../../dates.ts";
import {settingReadings} from "./effort-suffix.ts";
import type {Feed, FeedContext, FeedDocument, Translation} from "./feed.ts";
import {cell, numberIn, Translating} from "./translating.ts";
import {upstreamTable} from "./upstream-table.ts";

const TABLE = "https://epoch.ai/data/eci_scores.csv";
const LAYOUTS = [
  {name: "Model", value: "eci", low: "eci_ci_low", high: "eci_ci_high", date: "date", access: "Accessibility group"},
  {name: "Model version", value: "ECI Score", low: "", high: "", date: "Release date", access: "Model accessibility"},
] as const;
/** No index value has been outside these; a percentage or a raw ability would be. */
const PLAUSIBLE = {least: 20, most: 300};

export const epochIndex: Feed = {
  id: "epoch-eci",
  says: "the Epoch Capabilities Index with intervals",
  source: {
    title: "Epoch AI Capabilities Index (eci_scores.csv), as synced",
    url: TABLE,
    licence: "CC-BY-4.0",
    redistribution: "attribution",
    attribution: 'Epoch AI, "Epoch Capabilities Index", https://epoch.ai/benchmarks. CC BY 4.0. Renamed columns.',
    coverage: "",
  },
  hosts: ["epoch.ai"],
  standing: "primary",
  requests: () => [{url: TABLE, largest: 5_000_000, kind: "csv"}],
  translate,
};

async function translate(
  [{bytes, changed, url}]: readonly FeedDocument[],
  {names, today}: FeedContext,
): Promise<Translation> {
  const {header, rows, ragged} = upstreamTable(bytes!, [], url);
  const layout = LAYOUTS.find(({name, value}) => header.includes(name) && header.includes(value));
  if (!layout) {
    throw new InputError(
      "missing",
      `columns: ${header.slice(0, 8).join(", ")}; ${LAYOUTS.map(({name, value}) => `${name} with ${value}`).join(" or ")} was expected`,
      {file: url},
    );
  }
  upstreamTable(bytes!, [layout.name, layout.value], url);
  const vintage = isoDay(changed === undefined || changed > today ? today : changed);
  const found = new Translating(names);
  for (const what of ragged) found.malformed("eci", what);
  const values = new Map<string, {value: number; cells: Record<string, string>}>();
  for (const row of rows) {
    const name = row[layout.name];
    if (name === "" || row[layout.value] === "") {
      found.skip("rows without a name or a value", name || "(no name)");
      continue;
    }
    const value = numberIn(row[layout.value]);
    const low = layout.low === "" ? undefined : numberIn(row[layout.low]);
    const high = layout.high === "" ? undefined : numberIn(row[layout.high]);
    const isPlausible =
      value !== undefined &&
      value >= PLAUSIBLE.least &&
      value <= PLAUSIBLE.most &&
      (low ?? value) <= value &&
      (high ?? value) >= value;
    if (!isPlausible) {
      found.malformed("eci", `${name}: ${row[layout.value]}, an index value from 20 to 300 within its interval was expected`);
      continue;
    }
    const model = found.model(name, [...settingReadings(name), ...displayed(row["Display name"])]);
    if (!model) continue;
    const release = row[layout.date] ?? "";
    if (parseDay(release) !== undefined) found.claim({model: model.model, field: "release", value: release, name});
    const access = /^open/i.test(row[layout.access] ?? "") ? "open" : /^closed|^api/i.test(row[layout.access] ?? "") ? "closed" : "";
    if (access !== "") found.claim({model: model.model, field: "openness", value: access, name});
    const cells = {
      model: model.model,
      index: "eci",
      vintage,
      value: cell(value, 4),
      low: low === undefined ? "" : cell(low, 4),
      high: high === undefined ? "" : cell(high, 4),
    };
    const other = values.get(model.model);
    if (other) found.skip("further versions of a model: the highest value holds", name);
    if (!other || value > other.value) values.set(model.model, {value, cells});
  }
  for (const {cells} of values.values()) found.row({table: "index-values", part: "eci", cells});
  return found.done;
}

const displayed = (name: string | undefined) => (name ? [{name, setting: ""}] : []);
