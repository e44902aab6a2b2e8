/**
 * On what signal to switch: conditions on data that lagline itself watches, each with its chance within the horizon.
 *
 * A threshold is where the other option becomes worth a switch that pays back in time; it uses means over draws, and its chance
 * is the share of paths, rates or draws that cross it.
 */
import type {Trigger} from "../../advice-report.ts";
import {mean} from "../../numeric/quantile.ts";
import {hostText, plainQuantity, quantityId} from "../answer/option-row.ts";
import {shareText, usdText} from "../answer/words.ts";
import type {Choice, Ranked} from "../decision/choice-of-option.ts";
import {type Contender, netValue} from "../decision/contender.ts";
import type {Horizon} from "../decision/horizon.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {logit} from "../quality/response.ts";
import {eventChance, frontierAt, type Outlook} from "./outlook.ts";
import {outlookMethod} from "./outlook-method.ts";
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

/** What a switch costs a year when it has to pay back in time. */
const hurdle = ({workload}: TriggerInput): number =>
  workload.switchingCost / outlookMethod.paybackYears.value;

function priceTrigger(input: TriggerInput): Trigger | undefined {
  const {choice, horizon, outlook, abilityOf, horizonMonths} = input;
  const {option, perTask} = choice.primary.contender;
  if (perTask === undefined) return undefined;
  const threshold = perTask - hurdle(input) / horizon.tasksPerYear;
  if (threshold <= 0) return undefined;
  const falls = outlook.fall(abilityOf(option.model));
  const crossed =
    falls.filter((fall) => perTask * (1 - fall) ** (horizonMonths / 12) <= threshold).length / falls.length;
  return trigger(
    input,
    "price",
    {
      measure: "price",
      subject: option.model,
      threshold,
      unit: "USD per task",
      direction: "below",
      says: `a model as able as ${option.name} costs less than ${usdText(threshold)} a task (${usdText(perTask)} now)`,
      then: "take it: the saving of a year pays for the switch",
    },
    crossed,
    [option.model],
  );
}

/** The other side's frontier reaches what makes its best option worth the switch. */
function abilityTrigger(input: TriggerInput): Trigger | undefined {
  const {choice, workload, horizon, slope, outlook, abilityOf} = input;
  const {primary} = choice;
  const side = primary.contender.option.openness === "open" ? ("closed" as const) : ("open" as const);
  const other = choice.ranking.find(({contender: {option}}) => option.openness === side);
  if (!other || slope[0] === 0) return undefined;
  const gain = horizon.tasksPerYear * (workload.valueOfSuccess + workload.costOfFailure);
  const settled = {...workload, switchingCost: 0};
  const worth = (contender: Contender) => mean(netValue(contender, settled, horizon));
  const missing = worth(primary.contender) + hurdle(input) - worth(other.contender);
  const share = mean(other.contender.success);
  const needed = share + missing / gain;
  if (!(needed > 0 && needed < 0.999)) return undefined;
  const points = (logit(needed) - logit(share)) / mean(slope);
  const threshold = abilityOf(other.contender.option.model) + points;
  const last = outlook.months.length - 1;
  let crossed = 0;
  for (let path = 0; path < outlook.paths; path++)
    crossed += Number(frontierAt(outlook, side, path, last) >= threshold);
  return trigger(
    input,
    "ability",
    {
      measure: "ability",
      subject: `best ${side} model`,
      threshold,
      unit: "points",
      direction: "above",
      domain: workload.quality.domain,
      says: `an ${side === "open" ? "open" : "available closed"} model reaches ability ${threshold.toFixed(1)} (${abilityOf(other.contender.option.model).toFixed(1)} now) at the price of ${other.contender.option.name}`,
      then: `test it against ${primary.contender.option.name}: it would be worth the switch`,
    },
    crossed / outlook.paths,
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
  const {primary, ranking} = choice;
  const rival = ranking.find(({contender}) => contender.option.model !== primary.contender.option.model);
  if (!rival) return undefined;
  const gain = horizon.tasksPerYear * (workload.valueOfSuccess + workload.costOfFailure);
  const lead = primary.expected - rival.expected;
  const threshold = mean(primary.contender.success) - lead / gain;
  if (!(lead > 0 && threshold > 0 && threshold < 1)) return undefined;
  const {success} = primary.contender;
  const crossed = success.filter((share) => share < threshold).length / success.length;
  return trigger(
    input,
    "own-eval",
    {
      measure: "own-eval",
      subject: primary.contender.option.model,
      threshold,
      unit: "share",
      direction: "below",
      says: `on your own eval ${primary.contender.option.name} does less than ${shareText(threshold)} right`,
      then: `test ${named(rival)} next`,
    },
    crossed,
    [primary.contender.option.model],
  );
}
