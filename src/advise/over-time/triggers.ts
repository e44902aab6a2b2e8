/**
 * On what signal to switch: conditions on data that lagline itself watches, each with its chance within the horizon.
 *
 * A threshold is where the other option is expected to be worth a switch that pays back in time. Its chance is the share of
 * futures that cross it at a review while enough of the horizon is left to pay back; of a supplier's events, one less the
 * chance of none; of an eval, the share of draws below it.
 */
import type {Trigger} from "../../advice-report.ts";
import {hostText, plainQuantity, quantityId} from "../answer/option-row.ts";
import {shareText, usdText} from "../answer/words.ts";
import type {Choice, Ranked} from "../decision/choice-of-option.ts";
import type {Horizon} from "../decision/horizon.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {crossings, paybackAt} from "./crossings.ts";
import {flippingResult} from "./flipping-result.ts";
import {eventChance, frontierAt, type Outlook} from "./outlook.ts";
import {outlookMethod} from "./outlook-method.ts";
import {pointsNeeded} from "./points-needed.ts";
import {hangsOnLab, stopRate} from "./stop-rate.ts";

export interface TriggerInput {
  readonly workload: Workload;
  readonly horizon: Horizon;
  readonly choice: Choice;
  readonly slope: Float64Array;
  readonly outlook: Outlook;
  readonly abilityOf: (model: string) => number;
  readonly horizonMonths: number;
}

export function triggers(input: TriggerInput): Trigger[] {
  return [
    priceTrigger(input),
    abilityTrigger(input),
    ...eventTriggers(input),
    licenceTrigger(input),
    evalTrigger(input),
  ].filter((trigger) => trigger !== undefined);
}

const named = ({contender: {option}}: Ranked): string => `${option.name} at ${hostText(option)}`;

function trigger(
  {workload, outlook}: TriggerInput,
  what: string,
  fields: Omit<Trigger, "id" | "workload" | "probability" | "domain"> & {readonly domain?: string},
  chance: number,
  models: readonly string[],
): Trigger {
  const id = quantityId(workload.id, "trigger", what);
  return {
    domain: "general",
    ...fields,
    id,
    workload: workload.id,
    probability: plainQuantity(
      {
        id,
        label: `Chance within the horizon: ${fields.says}`,
        unit: "probability",
        rule: outlookMethod.rule.value,
        models,
      },
      chance,
      outlook.paths,
    ),
  };
}

function priceTrigger(input: TriggerInput): Trigger | undefined {
  const {choice, workload, horizon, outlook, abilityOf} = input;
  const {option, perTask} = choice.primary.contender;
  if (perTask === undefined || outlook.months.length < 3) return undefined;
  const priceAt = (step: number) =>
    perTask - workload.switchingCost / paybackAt(outlook, step) / horizon.tasksPerYear;
  const threshold = priceAt(1);
  if (threshold <= 0) return undefined;
  const falls = outlook.fall(abilityOf(option.model));
  const {chance, usually} = crossings(
    outlook,
    (path, step) => perTask * (1 - falls[path]!) ** (outlook.months[step]! / 12) <= priceAt(step),
  );
  return trigger(
    input,
    "price",
    {
      measure: "price",
      subject: option.model,
      threshold,
      unit: "USD per task",
      direction: "below",
      says: `a model as able as ${option.name} costs less than ${usdText(threshold)} a task (${usdText(perTask)} ${option.hosting === "api" && option.announced ? "with its announced price" : "now"})`,
      then: `take it: the saving of a year pays for the switch${usually}`,
    },
    chance,
    [option.model],
  );
}

/** The other side's frontier rises by what makes its best option, at the price of today, worth the switch. */
function abilityTrigger(input: TriggerInput): Trigger | undefined {
  const {choice, outlook} = input;
  const {primary} = choice;
  const side = primary.contender.option.openness === "open" ? ("closed" as const) : ("open" as const);
  const other = choice.ranking.find(({contender: {option}}) => option.openness === side);
  if (!other || outlook.months.length < 3) return undefined;
  const needed = pointsNeeded(input, other);
  const points = needed(1);
  if (points === undefined) return undefined;
  const {chance, usually} = crossings(outlook, (path, step) => {
    const least = needed(step);
    const gained = frontierAt(outlook, side, path, step) - frontierAt(outlook, side, path, 0);
    return least !== undefined && gained >= least;
  });
  let today = 0;
  for (let path = 0; path < outlook.paths; path++)
    today += frontierAt(outlook, side, path, 0) / outlook.paths;
  const threshold = today + points;
  const {name} = other.contender.option;
  return trigger(
    input,
    "ability",
    {
      measure: "ability",
      subject: `best ${side} model`,
      threshold,
      unit: "points",
      direction: "above",
      says: `the best ${side === "open" ? "open" : "available closed"} model reaches ability ${threshold.toFixed(1)} (${today.toFixed(1)} now), and with it a model ${points.toFixed(1)} points abler comes at the price of ${name}`,
      then: `test it against ${primary.contender.option.name}: it would be worth the switch${usually}`,
    },
    chance,
    [other.contender.option.model],
  );
}

function eventTriggers(input: TriggerInput): Trigger[] {
  const {choice, outlook, horizonMonths} = input;
  const {primary, fallback} = choice;
  const {option} = primary.contender;
  if (option.hosting === "self-hosted") return [];
  const chance = eventChance(stopRate(option, outlook), horizonMonths / 12);
  const who = hangsOnLab(option) ? option.lab : hostText(option);
  return [
    trigger(
      input,
      "supplier",
      {
        measure: "event",
        subject: who,
        threshold: null,
        unit: "none",
        direction: "occurs",
        says: `${who} suspends access or fails${hangsOnLab(option) ? `, or retires ${option.name} at short notice` : ""}`,
        then: fallback
          ? `move to ${named(fallback)}`
          : "no fallback stands ready: widen the limits or the stakes beforehand",
      },
      chance,
      [option.model],
    ),
  ];
}

function licenceTrigger(input: TriggerInput): Trigger | undefined {
  const {option} = input.choice.primary.contender;
  if (option.openness !== "open") return undefined;
  const chance = eventChance(input.outlook.rate(option.lab, "licence-tightening"), input.horizonMonths / 12);
  return trigger(
    input,
    "licence",
    {
      measure: "licence",
      subject: option.lab,
      threshold: null,
      unit: "none",
      direction: "occurs",
      says: `${option.lab} tightens the licence of its next version`,
      then: "keep the weights already downloaded, whose licence stands, and look for another line",
    },
    chance,
    [option.model],
  );
}

/** The primary's success, measured by the owner, falls short of what its lead allows. */
function evalTrigger(input: TriggerInput): Trigger | undefined {
  const {choice, workload, horizon} = input;
  const flip = flippingResult(choice, workload, horizon);
  if (!flip) return undefined;
  const {option, success} = choice.primary.contender;
  return trigger(
    input,
    "own-eval",
    {
      measure: "own-eval",
      subject: option.model,
      threshold: flip.share,
      unit: "share",
      direction: "below",
      says: `on your own eval ${option.name} does less than ${shareText(flip.share)} right`,
      then: `test ${named(flip.rival)} next`,
    },
    success.filter((share) => share < flip.share).length / success.length,
    [option.model],
  );
}
