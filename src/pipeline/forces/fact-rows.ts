/** The known rows of the force tables, each as one line of evidence with its page, tier, confidence and dates. */
import type {Catalog} from "../../data/catalog.ts";
import type {DatedFact, Figure, ForceFacts} from "../../data/forces/force-facts.ts";
import {isoDay, isoSpan} from "../../dates.ts";
import {pageDate} from "../../forces/law/fact-source.ts";
import type {ContinuityReport} from "../../forces/continuity/supplier-continuity.ts";
import {priceMethod} from "../../forces/prices/price-method.ts";
import type {ForceFactRow} from "../../forces-report.ts";

const number = (figure: Figure): number | null => (figure === "unknown" ? null : figure);
const NO_RANGE = {low: null, high: null};
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("; ");

/** @param facts - as known on the as-of date */
export function factRows({
  finance,
  events,
  adoption,
  distillation,
  distribution,
  policy,
}: ForceFacts): ForceFactRow[] {
  return [
    ...finance.map((fact) => ({
      ...graded(fact, "finance"),
      who: fact.lab,
      what: fact.metric,
      low: number(fact.value.low),
      value: number(fact.value.mid),
      high: number(fact.value.high),
      unit: fact.unit,
      says: joined(
        fact.status,
        fact.booking === "not-applicable" ? "" : `booked ${fact.booking}`,
        fact.currency === "USD" || fact.currency === "none" ? "" : `from ${fact.currency}`,
        fact.note,
      ),
    })),
    ...events.map((fact) => ({
      ...graded(fact, "events"),
      ...NO_RANGE,
      who: fact.lab,
      what: fact.type,
      value: number(fact.noticeDays),
      unit: fact.noticeDays === "unknown" ? "" : "days of notice",
      says: fact.summary,
    })),
    ...adoption.map((fact) => ({
      ...graded(fact, "adoption"),
      who: fact.segment,
      what: fact.metric,
      low: number(fact.value.low),
      value: number(fact.value.mid),
      high: number(fact.value.high),
      unit: fact.unit,
      says: fact.note,
    })),
    ...distillation.map((fact) => ({
      ...graded(fact, "distillation"),
      ...NO_RANGE,
      who: `${fact.actors.join(", ")} about ${fact.targets.join(", ")}`,
      what: fact.type,
      value: null,
      unit: "",
      says: joined(fact.magnitude === "unknown" ? "" : fact.magnitude, fact.summary),
    })),
    ...distribution.map((fact) => ({
      ...graded(fact, "distribution"),
      ...NO_RANGE,
      who: fact.lab,
      what: fact.kind,
      value: number(fact.value),
      unit: fact.unit,
      says: joined(fact.product, fact.effect, fact.note),
    })),
    ...policy.map((fact) => ({
      ...graded(fact, "policy"),
      ...NO_RANGE,
      who: fact.jurisdiction,
      what: fact.instrument,
      value: null,
      unit: "",
      says: joined(fact.status, fact.summary),
    })),
  ];
}

/** Rows of the self-hosting table that something rests on. */
export const selfhostRows = (facts: ForceFacts["selfhost"], wanted: ReadonlySet<string>): ForceFactRow[] =>
  facts
    .filter(({id}) => wanted.has(id))
    .map((fact) => ({
      ...graded(fact, "selfhost"),
      who: fact.item,
      what: fact.kind,
      low: number(fact.value.low),
      value: number(fact.value.mid),
      high: number(fact.value.high),
      unit: fact.unit,
      says: joined(fact.config, fact.note),
    }));

/** The steps of list prices that count as price rises, as rows: their source is the price list. */
export function priceRiseRows({hazards}: ContinuityReport, catalog: Catalog): ForceFactRow[] {
  const ids = hazards.flatMap(({watches}) =>
    watches.flatMap(({lab, events}) =>
      events.flatMap((id) => {
        const match = /^price:(.+)@(\d+)$/.exec(id);
        return match ? [{id, lab, model: match[1], on: Number(match[2])}] : [];
      }),
    ),
  );
  return ids.flatMap(({id, lab, model, on}): ForceFactRow[] => {
    const after = catalog.prices.find((price) => price.model === model && price.from === on);
    if (!after) return [];
    const {source, licence, retrieved} = after.provenance;
    const grade = priceMethod.sourceGrades.value[source] ?? ({tier: "none", confidence: "low"} as const);
    return [
      {
        id,
        table: "prices",
        date: isoDay(after.from!),
        who: lab,
        what: "list price rise",
        low: null,
        value: after.output,
        high: null,
        unit: "USD per million output tokens",
        says: `${model} at ${after.provider}: ${after.input} in, ${after.output} out from this day`,
        url: catalog.sources.get(source)?.url ?? null,
        published: null,
        ...grade,
        licence,
        retrieved: isoDay(retrieved),
      },
    ];
  });
}

const graded = <Table extends ForceFactRow["table"]>(fact: DatedFact, table: Table) => ({
  id: fact.id,
  table,
  date: isoSpan(fact.date),
  url: fact.sourceUrl ?? null,
  published: fact.sourceDate === undefined ? null : pageDate(fact.sourceDate),
  tier: fact.tier,
  confidence: fact.confidence,
  licence: fact.licence,
  retrieved: isoDay(fact.retrieved),
});
