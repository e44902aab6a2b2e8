/** Reads the force tables of a folder into checked, frozen facts. */
import type {z} from "zod";
import {isoDay} from "../../dates.ts";
import type {Place} from "../../errors.ts";
import {didYouMean} from "../closest-name.ts";
import {Faults} from "../faults.ts";
import {frozen} from "../frozen.ts";
import {frozenMap} from "../frozen-map.ts";
import {readTable} from "../read-table.ts";
import type {Row} from "../table-rows.ts";
import type {FigureRange, ForceFacts, ForceLab, SourcedFact} from "./force-facts.ts";
import * as schema from "./row-schemas.ts";

/**
 * @param folder - the folder that holds labs.csv, finance.csv and the other six tables
 * @throws InputError, InputErrors naming file and row: an unknown column, value, lab, event container; a repeated id;
 *   a range out of order; a page without date, or the reverse
 */
export function loadForceFacts(folder: string): ForceFacts {
  const faults = new Faults();
  const table = <S extends z.ZodObject>(file: string, rowSchema: S): Row<z.output<S>>[] => {
    const rows = readTable(folder, file, rowSchema);
    checkIds(rows, faults);
    return rows;
  };

  const labs = new Map(table("labs.csv", schema.labRow).map((row) => [row.value.id, lab(row, faults)]));
  const known = (id: string, place: Place): string => {
    if (!labs.has(id)) {
      faults.add(
        "unknown",
        `lab: ${id}; an id of labs.csv was expected${didYouMean(id, labs.keys())}`,
        place,
      );
    }
    return id;
  };
  for (const {members, role, place} of labs.values()) {
    for (const member of members) known(member, place);
    if (members.length > 0 !== (role === "aggregate")) {
      faults.add(
        "conflicting",
        `members: ${members.length} of them; members exactly for an aggregate were expected`,
        place,
      );
    }
  }
  const parties = (names: readonly string[] | undefined, place: Place): readonly string[] =>
    (names ?? []).map((name) =>
      (schema.PARTY_GROUPS as readonly string[]).includes(name) ? name : known(name, place),
    );

  const finance = table("finance.csv", schema.financeRow).map(({value: v, place}) => ({
    ...dated(v, place, faults),
    lab: known(v.lab, place),
    metric: v.metric,
    unit: v.unit,
    value: range(v.value_low, v.value_mid, v.value_high, place, faults),
    currency: v.currency,
    ...(v.fx_per_usd === undefined ? {} : {fxPerUsd: v.fx_per_usd}),
    booking: v.booking,
    status: v.status,
    event: v.event,
    partOf: v.part_of,
    note: v.note,
  }));
  const financeIds = new Set(finance.map(({id}) => id));
  for (const {partOf, unit, metric, currency, fxPerUsd, place} of finance) {
    if (partOf !== "" && !financeIds.has(partOf)) {
      faults.add("unknown", `part_of: ${partOf}; the id of another row was expected`, place);
    }
    if (metric.endsWith("_usd") !== (unit === "USD")) {
      faults.add("conflicting", `unit: ${unit}; the unit of ${metric} was expected`, place);
    }
    const foreign = currency !== "USD" && currency !== "none";
    if (foreign !== (fxPerUsd !== undefined)) {
      faults.add(
        "missing",
        `fx_per_usd: for ${currency}; a rate for other currencies than USD, and only for them, was expected`,
        place,
      );
    }
  }

  const facts: ForceFacts = {
    labs,
    finance,
    adoption: table("adoption.csv", schema.adoptionRow).map(({value: v, place}) => ({
      ...dated(v, place, faults),
      metric: v.metric,
      segment: v.segment,
      value: range(v.value_low, v.value, v.value_high, place, faults),
      unit: v.unit,
      note: v.note,
    })),
    policy: table("policy.csv", schema.policyRow).map(({value: v, place}) => ({
      ...dated(v, place, faults),
      jurisdiction: v.jurisdiction,
      instrument: v.instrument,
      status: v.status,
      appliesToOpenWeights: v.applies_to_open_weights,
      summary: v.summary,
    })),
    distillation: table("distillation.csv", schema.distillationRow).map(({value: v, place}) => ({
      ...dated(v, place, faults),
      actors: parties(v.actor, place),
      targets: parties(v.target, place),
      type: v.event_type,
      magnitude: v.magnitude,
      summary: v.summary,
    })),
    events: table("events.csv", schema.eventRow).map(({value: v, place}) => {
      if (v.announced !== undefined && v.announced > v.date.latest) {
        faults.add(
          "conflicting",
          `announced: ${isoDay(v.announced)}; a day not after the event was expected`,
          place,
        );
      }
      return {
        ...dated(v, place, faults),
        ...(v.announced === undefined ? {} : {announced: v.announced}),
        lab: known(v.lab, place),
        type: v.event_type,
        direction: v.direction,
        noticeDays: v.notice_days,
        models: v.models ?? [],
        summary: v.summary,
      };
    }),
    selfhost: table("selfhost.csv", schema.selfhostRow).map(({value: v, place}) => ({
      ...dated(v, place, faults),
      kind: v.kind,
      item: v.item,
      config: v.config,
      value: {low: v.value_low, mid: v.value_mid, high: v.value_high},
      unit: v.unit,
      note: v.note,
    })),
    distribution: table("distribution.csv", schema.distributionRow).map(({value: v, place}) => ({
      ...dated(v, place, faults),
      product: v.product,
      lab: known(v.lab, place),
      kind: v.kind,
      effect: v.effect,
      value: v.value,
      unit: v.unit,
      note: v.note,
    })),
  };
  faults.throwIfAny();
  return frozen({...facts, labs: frozenMap(new Map([...labs].map(([id, fact]) => [id, frozen(fact)])))});
}

type LabRow = z.output<typeof schema.labRow>;

function lab({value: v, place}: Row<LabRow>, faults: Faults): ForceLab {
  if ((v.control === "parent") !== (v.parent !== "")) {
    faults.add(
      "conflicting",
      `parent: ${v.parent || "nothing"}; a parent exactly where control is parent was expected`,
      place,
    );
  }
  return {
    ...sourced(v, place, faults),
    name: v.name,
    role: v.role,
    members: v.members ?? [],
    country: v.country,
    kind: v.kind,
    control: v.control,
    parent: v.parent,
    ...(v.parent_since === undefined ? {} : {parentSince: v.parent_since}),
    resaleBooking: v.resale_booking,
    openWeights: v.open_weights,
    openSinceOrChanged: v.open_since_or_changed,
    flagshipFamilies: v.flagship_families,
    note: v.note,
  };
}

type SourcedRow = Pick<
  LabRow,
  "id" | "source_url" | "source_date" | "source_tier" | "confidence" | "licence" | "retrieved"
>;

function sourced(v: SourcedRow, place: Place, faults: Faults): SourcedFact {
  if (
    (v.source_url === undefined) !== (v.source_tier === "none") ||
    (v.source_url === undefined) !== (v.source_date === undefined)
  ) {
    faults.add(
      "conflicting",
      `source: tier ${v.source_tier}; a page with its date for tiers A, B and C, and neither for none, was expected`,
      place,
    );
  }
  if (v.source_tier === "none" && v.confidence !== "low") {
    faults.add(
      "conflicting",
      `confidence: ${v.confidence}; low was expected for a row without source`,
      place,
    );
  }
  return {
    id: v.id,
    ...(v.source_url === undefined ? {} : {sourceUrl: v.source_url}),
    ...(v.source_date === undefined ? {} : {sourceDate: v.source_date}),
    tier: v.source_tier,
    confidence: v.confidence,
    licence: v.licence,
    retrieved: v.retrieved,
    place,
  };
}

const dated = <V extends SourcedRow & {date: ForceFacts["finance"][number]["date"]}>(
  v: V,
  place: Place,
  faults: Faults,
) => ({
  ...sourced(v, place, faults),
  date: v.date,
});

function range(
  low: FigureRange["low"],
  mid: FigureRange["mid"],
  high: FigureRange["high"],
  place: Place,
  faults: Faults,
): FigureRange {
  const given = [low, mid, high].filter((value) => value !== "unknown");
  if (given.some((value, i) => i > 0 && value < given[i - 1])) {
    faults.add(
      "conflicting",
      `range: ${given.join(" to ")}; low, middle and high in order were expected`,
      place,
    );
  }
  return {low, mid, high};
}

/** Counts the second use of an id as a fault of its row. */
function checkIds(rows: readonly Row<unknown>[], faults: Faults): void {
  const seen = new Map<unknown, Place>();
  for (const {value, place} of rows) {
    const {id} = value as {id: string};
    const before = seen.get(id);
    if (before)
      faults.add("duplicate", `id: ${id}; an id used once was expected, row ${before.row} has it too`, place);
    else seen.set(id, place);
  }
}
