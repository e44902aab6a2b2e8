/** A condition looked at: how likely it holds, or what is there that could be new. */
import {isKnown, publishedBy} from "../../data/forces/known-facts.ts";
import {isoSpan} from "../../dates.ts";
import {type Quantity, quantitiesOf, type Report} from "../../report.ts";
import {chanceOf} from "./chance.ts";
import {type Condition, matches} from "./condition.ts";
import {lookAtOwnEval} from "./look-at-own-eval.ts";
import {lookAtPrice, priceTexts} from "./look-at-price.ts";
import {lookAtTaskPrice} from "./look-at-task-price.ts";
import type {Look, Sight} from "./sight.ts";
import {watchMethod} from "./watch-method.ts";

export function look(condition: Condition, sight: Sight): Look {
  switch (condition.kind) {
    case "number": {
      const quantity = quantityNamed(sight.report, condition.id);
      if (!quantity)
        return {kind: "level", chance: undefined, says: `${condition.id} is no longer in the report`};
      return {
        kind: "level",
        chance: chanceOf(quantity, condition.compare, condition.value),
        says: quantitySays(quantity),
      };
    }
    case "price":
      return lookAtPrice(condition, sight);
    case "task-price":
      return lookAtTaskPrice(condition, sight);
    case "own-eval":
      return lookAtOwnEval(condition, sight);
    case "frontier": {
      const best = sight.report.frontiers[condition.side].at(-1);
      if (!best) return {kind: "level", chance: undefined, says: `no ${condition.side} model is measured`};
      const {model, ability: value, low, high} = best;
      const interval = {low, high, level: sight.report.about.level, kind: "credible" as const};
      return {
        kind: "level",
        chance: chanceOf({value, interval, censored: "none"}, ">=", condition.points),
        says: `the best ${condition.side} model is ${model} with ${rounded(value)} points (${Math.round(interval.level * 100)}%: ${rounded(low)} to ${rounded(high)})`,
      };
    }
    case "moves": {
      const quantity = quantityNamed(sight.report, condition.id);
      return {
        kind: "move",
        value: quantity?.value ?? undefined,
        by: condition.by,
        says: (value, before) =>
          `${condition.id} went from ${rounded(before)} to ${rounded(value)} ${condition.unit}`.trimEnd(),
      };
    }
    case "model-change":
      return modelChange(condition, sight);
    case "weights-open":
      return things(
        modelsIn(sight, condition.models)
          .filter(({openness}) => openness === "open")
          .map(({id, licence}) => [id, licence || "an unknown licence"]),
        (id, licence) => `the weights of ${id} are open, under ${licence}`,
      );
    case "deprecated":
      return deprecation(condition.models, sight);
    case "record":
      return things(
        sight.report.frontiers[condition.side]
          .filter(({recordProbability}) => recordProbability >= watchMethod.record.value)
          .map((step) => [step.model, `${rounded(step.ability)} points, ${step.date}`]),
        (model, value) => `${model} is a new ${condition.side} record: ${value}`,
      );
    case "new-model":
      return things(
        [...sight.catalog.models.values()]
          .filter(({lab}) => condition.lab === null || lab === condition.lab)
          .filter(({openness}) => condition.openness === null || openness === condition.openness)
          .map(({id, lab, openness}) => [id, `${openness}, from ${lab}`]),
        (id, value) => `${id} is new: ${value}`,
      );
    case "supplier-event":
      return things(
        (sight.forces?.events ?? [])
          .filter((event) => event.lab === condition.lab && publishedBy(event) <= sight.today)
          .map((event) => [
            event.id,
            `${event.type.replaceAll("-", " ")}, ${isoSpan(event.date)}: ${event.summary}`,
          ]),
        (_, value) => `${condition.lab}: ${value}`,
      );
    case "law":
      return things(
        (sight.forces?.policy ?? [])
          .filter((row) => isIn(row.jurisdiction, condition.place) && isKnown(row, sight.today))
          .map((row) => [
            row.id,
            `${row.instrument}, ${row.status.replaceAll("-", " ")}, ${isoSpan(row.date)}`,
          ]),
        (_, value) => `${condition.place}: ${value}`,
      );
    case "bet":
      return things(betNews(condition.id, sight.report), (_, value) => `bet ${condition.id}: ${value}`);
  }
}

/** A number of the report by its id; an ability is made from the model's row. */
export function quantityNamed(report: Report, id: string): Figure | undefined {
  const found = quantitiesOf(report).find((quantity) => quantity.id === id);
  if (found) return found;
  const row = report.models.find(({model}) => `ability.${model}` === id);
  if (!row) return undefined;
  const {ability, low, high} = row;
  return {
    id,
    unit: "points",
    value: ability,
    interval: ability === null ? null : {low, high, level: report.about.level, kind: "credible"},
    censored: "none",
    insufficient: ability === null ? "no results for it" : null,
  };
}

type Figure = Pick<Quantity, "id" | "unit" | "value" | "interval" | "censored" | "insufficient">;

function quantitySays({id, value, unit, interval, censored, insufficient}: Figure): string {
  if (value === null) return `${id} has no number: ${insufficient ?? "no reason was given"}`;
  const range = interval
    ? ` (${Math.round(interval.level * 100)}%: ${end(interval.low, "no lower end")} to ${end(interval.high, "no upper end")})`
    : "";
  return `${id} is ${censored === "right" ? "at least " : ""}${rounded(value)} ${unit}${range}`;
}

const end = (value: number | null, none: string): string => (value === null ? none : String(rounded(value)));

export const rounded = (value: number): number => Number(value.toPrecision(Math.abs(value) >= 100 ? 4 : 3));

const things = (
  rows: readonly (readonly [string, string])[],
  sentence: (key: string, now: string) => string,
): Look => ({kind: "change", now: new Map(rows), on: "new", sentence});

export const modelsIn = ({catalog}: Sight, pattern: string) =>
  [...catalog.models.values()].filter(({id}) => matches(pattern, id));

function modelChange({what, models}: Extract<Condition, {kind: "model-change"}>, sight: Sight): Look {
  const found = modelsIn(sight, models);
  const date = (span: Parameters<typeof isoSpan>[0] | undefined) => (span ? isoSpan(span) : "unknown");
  const value = {
    licence: ({licence, licenceClass}: (typeof found)[number]) => `${licence || "unknown"} (${licenceClass})`,
    openness: ({openness}: (typeof found)[number]) => openness,
    dates: ({announced, available, weightsDate}: (typeof found)[number]) =>
      `announced ${date(announced)}, available ${date(available)}, weights ${date(weightsDate)}`,
    price: ({id}: (typeof found)[number]) => priceTexts(id, sight),
  }[what];
  return {
    kind: "change",
    now: new Map(found.map((model) => [model.id, value(model)])),
    on: "changed",
    sentence: (id, now, before) => `the ${what} of ${id} went from ${before ?? "unknown"} to ${now}`,
  };
}

/** Retirements and deprecations that name a model, announced or done. */
function deprecation(models: string, {forces, today, mine, report}: Sight): Look {
  const isMeant = (id: string) => (models === "mine" ? mine.includes(id) : matches(models, id));
  const events = (forces?.events ?? [])
    .filter(
      ({type, ...event}) =>
        /^(deprecation|retirement|product-shutdown)/.test(type) && publishedBy(event) <= today,
    )
    .flatMap((event) =>
      event.models
        .filter(isMeant)
        .map((id): [string, string] => [
          `${id} ${event.id}`,
          `${event.type.replaceAll("-", " ")} on ${isoSpan(event.date)}`,
        ]),
    );
  const ends = (report.forces?.serviceEnds ?? [])
    .filter(
      ({model, state}) =>
        isMeant(model) && state !== "retired" && !events.some(([key]) => key.startsWith(`${model} `)),
    )
    .map(({model, on}): [string, string] => [
      `${model} end`,
      `its service ends${on === null ? "" : ` on ${on}`}`,
    ]);
  return things([...events, ...ends], (key, value) => `${key.split(" ")[0]}: ${value}`);
}

/** What the rule of a question gives on these facts, and its settlement, once either is there. */
function betNews(id: string, {bets}: Report): [string, string][] {
  const question = bets?.questions.find((one) => one.id === id);
  if (!question) return [];
  const {now, resolution, voided} = question;
  return [
    ...(now && (now.answer === "yes" || now.answer === "no")
      ? [
          [`now ${now.answer}`, `by its rule the facts now say ${now.answer}: ${now.says}`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(resolution
      ? [[`settled ${resolution.outcome}`, `settled: ${resolution.outcome}`] as [string, string]]
      : []),
    ...(voided ? [["void", `void: ${voided.why}`] as [string, string]] : []),
  ];
}

const isIn = (jurisdiction: string, place: string): boolean =>
  jurisdiction.toLowerCase() === place.toLowerCase() ||
  jurisdiction.toLowerCase().startsWith(`${place.toLowerCase()}-`);
