/** The facts on the forces around the gap as tables: money, use, law, copying, suppliers, self-hosting. */
import type {DatedFact, FigureRange, ForceFacts, SourcedFact} from "../../data/forces/force-facts.ts";
import type {PlainTable} from "../../store/sandbox/plain-table.ts";
import {date, number, type RowColumn, rowTable, span, text} from "./row-table.ts";

/** @param keep - rows to show, by their licence */
export function forceTables(
  facts: ForceFacts,
  keep: (licence: string) => boolean = () => true,
): PlainTable[] {
  const kept = <Row extends SourcedFact>(rows: Iterable<Row>): Row[] =>
    [...rows].filter(({licence}) => keep(licence));
  const id: RowColumn<SourcedFact> = text("id", (row) => row.id);
  const when = span<DatedFact>("day", (row) => row.date);
  return [
    rowTable(
      "force_labs",
      "labs and companies: who pays for them",
      kept([...facts.labs].map(([key, lab]) => ({...lab, id: key}))),
      [
        text("lab", (row) => row.id),
        text("name", (row) => row.name),
        text("role", (row) => row.role),
        text("country", (row) => row.country),
        text("control", (row) => row.control),
        text("parent", (row) => row.parent),
        text("open_weights", (row) => row.openWeights),
        text("note", (row) => row.note),
        ...origin,
      ],
    ),
    rowTable("finance", "one figure of one lab at one date", kept(facts.finance), [
      id,
      text("lab", (row) => row.lab),
      ...when,
      text("metric", (row) => row.metric),
      ...figures<{readonly value: FigureRange}>((row) => row.value),
      text("unit", (row) => row.unit),
      text("status", (row) => row.status),
      text("booking", (row) => row.booking),
      text("event", (row) => row.event),
      text("note", (row) => row.note),
      ...origin,
    ]),
    rowTable("adoption", "one measurement of use or share", kept(facts.adoption), [
      id,
      ...when,
      text("metric", (row) => row.metric),
      text("segment", (row) => row.segment),
      ...figures<{readonly value: FigureRange}>((row) => row.value),
      text("unit", (row) => row.unit),
      text("note", (row) => row.note),
      ...origin,
    ]),
    rowTable("policy", "legal and policy events", kept(facts.policy), [
      id,
      ...when,
      text("jurisdiction", (row) => row.jurisdiction),
      text("instrument", (row) => row.instrument),
      text("status", (row) => row.status),
      text("applies_to_open_weights", (row) => row.appliesToOpenWeights),
      text("summary", (row) => row.summary),
      ...origin,
    ]),
    rowTable("distillation", "accusations, defences and measurements of copying", kept(facts.distillation), [
      id,
      ...when,
      text("actors", (row) => row.actors.join("+")),
      text("targets", (row) => row.targets.join("+")),
      text("type", (row) => row.type),
      text("magnitude", (row) => row.magnitude),
      text("summary", (row) => row.summary),
      ...origin,
    ]),
    rowTable(
      "supplier_events",
      "licence, staffing, price, retirement and outage events",
      kept(facts.events),
      [
        id,
        ...when,
        date("announced", (row) => row.announced),
        text("lab", (row) => row.lab),
        text("type", (row) => row.type),
        text("direction", (row) => row.direction),
        number("notice_days", (row) => (row.noticeDays === "unknown" ? undefined : row.noticeDays)),
        text("models", (row) => row.models.join("+")),
        text("summary", (row) => row.summary),
        ...origin,
      ],
    ),
    rowTable("selfhost", "GPU prices, throughput, costs of self-hosting", kept(facts.selfhost), [
      id,
      ...when,
      text("kind", (row) => row.kind),
      text("item", (row) => row.item),
      text("config", (row) => row.config),
      ...figures<{readonly value: FigureRange}>((row) => row.value),
      text("unit", (row) => row.unit),
      text("note", (row) => row.note),
      ...origin,
    ]),
    rowTable("distribution", "who learns from the use of its products", kept(facts.distribution), [
      id,
      ...when,
      text("product", (row) => row.product),
      text("lab", (row) => row.lab),
      text("kind", (row) => row.kind),
      text("effect", (row) => row.effect),
      number("value", (row) => (row.value === "unknown" ? undefined : row.value)),
      text("unit", (row) => row.unit),
      text("note", (row) => row.note),
      ...origin,
    ]),
  ];
}

const origin: readonly RowColumn<SourcedFact>[] = [
  text("url", (row) => row.sourceUrl),
  date("published", (row) => row.sourceDate?.latest),
  text("tier", (row) => row.tier),
  text("confidence", (row) => row.confidence),
  text("licence", (row) => row.licence),
  date("retrieved", (row) => row.retrieved),
];

const figures = <Row>(of: (row: Row) => FigureRange): readonly RowColumn<Row>[] =>
  (["low", "mid", "high"] as const).map((end) =>
    number(end, (row) => {
      const figure = of(row)[end];
      return figure === "unknown" ? undefined : figure;
    }),
  );
