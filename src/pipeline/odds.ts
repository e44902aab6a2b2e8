/** Odds: the chance of each question of the fixed list, by each forecaster, with how it is settled and what the record says. */
import {afterMonths, type Day, months} from "../units.ts";
import {isoDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import {didYouMean} from "../data/closest-name.ts";
import {forcesForecastMethod} from "../forecast/forces/forces-forecast-method.ts";
import {type ForcesGround, forcesGround} from "../forecast/forces/forces-ground.ts";
import type {Forecaster, ForecasterId} from "../forecast/future.ts";
import type {Ground} from "../forecast/ground.ts";
import {type Chance, probabilitiesOf} from "../forecast/odds/probability-of.ts";
import {type Asked, type Parameter, type Question, QUESTIONS} from "../forecast/odds/questions.ts";
import {scenarioMethod} from "../forecast/scenario/scenario-method.ts";
import type {Quantity} from "../quantity.ts";
import type {OddsRow} from "../whatif-report.ts";

/** A forecaster whose chances stand beside each other; the first that follows a question gives the answer. */
export interface OddsForecaster {
  readonly id: ForecasterId;
  readonly name: string;
  readonly forecaster: Forecaster;
}

export interface OddsSource {
  readonly ground: Ground;
  readonly forecasters: readonly OddsForecaster[];
  /** How forecasts did on past days, in a sentence. */
  readonly record: string;
  readonly paths: number;
}

export type OddsAsked = Omit<Asked, "asOf" | "by"> & {readonly by?: Day};

/** Questions with these parameters; all of the list where none is named. */
export function odds(
  {ground, forecasters, record, paths}: OddsSource,
  given: OddsAsked,
  questions: readonly Question[] = QUESTIONS,
): OddsRow[] {
  const asked: Asked = {
    ...given,
    asOf: ground.asOf,
    by: given.by ?? (Math.round(afterMonths(ground.asOf, months(scenarioMethod.oddsMonths.value))) as Day),
  };
  checkNames(asked, questions, forcesGround(ground));
  checkDay(asked, Math.min(...forecasters.map(({forecaster}) => forecaster.months)));
  const events = questions.map((question) => question.event(asked));
  const chances = forecasters.map(({forecaster}) => probabilitiesOf(events, forecaster, paths));
  return questions.map((question, k) => {
    const beside = forecasters.map(({id, name}, f) => ({id, name, chance: chances[f][k]}));
    return {
      id: question.id,
      question: `${question.full(asked)} By ${isoDay(asked.by)}.`,
      by: isoDay(asked.by),
      probability: oddsQuantity(question, asked, beside),
      forecasters: beside.map(({id, name, chance}) => ({id, name, probability: chance.probability})),
      resolves: `${question.resolves}.`,
      record,
    };
  });
}

function checkDay({asOf, by}: Asked, covered: number): void {
  const last = Math.floor(afterMonths(asOf, months(covered))) as Day;
  if (by > asOf && by <= last) return;
  throw new InputError(
    "unsupported",
    `--by: ${isoDay(by)}; a day after ${isoDay(asOf)} and not after ${isoDay(last)} was expected`,
  );
}

/** Labs and levels that nobody follows would only give questions without an answer. */
function checkNames({lab, ability}: Asked, questions: readonly Question[], {labs}: ForcesGround): void {
  const takes = (parameter: Parameter) =>
    questions.some((question) => question.takes[parameter] !== undefined);
  const followed = labs.slice(0, -1);
  const ids = followed.map(({id}) => id);
  if (lab !== undefined && takes("lab") && !ids.includes(lab)) {
    const hint = didYouMean(lab, ids);
    throw new InputError("unknown", `--lab: ${lab}; one of ${ids.join(", ")} was expected${hint}`);
  }
  const question = questions.length === 1 ? questions[0] : undefined;
  if (question?.takes.lab !== undefined && question.id === "lab-runs-short") {
    const own = followed.filter(({money}) => money !== null).map(({id}) => id);
    const asked = lab ?? String(question.takes.lab);
    if (!own.includes(asked))
      throw new InputError(
        "unsupported",
        `--lab: ${asked}; a lab that lives on its own money was expected: ${own.join(", ")}`,
      );
  }
  const {value: levels} = forcesForecastMethod.priceLevels;
  if (question?.id === "price-below" && ability !== undefined && !levels.includes(ability))
    throw new InputError(
      "unsupported",
      `--ability: ${ability}; one of ${levels.join(", ")}, whose prices are followed, was expected`,
    );
}

/** The words of the list, and what a parameter is where they do not say it. */
function label({asks, takes}: Question, asked: Asked): string {
  const filled = (Object.keys(takes) as Parameter[]).map(
    (name) => [name, String(asked[name] ?? takes[name])] as const,
  );
  const unsaid = filled
    .filter(([, value]) => !asks.split(" ").includes(value))
    .map(([name, value]) => `${name} ${value}`);
  return unsaid.length === 0 ? asks : `${asks} (${unsaid.join(", ")})`;
}

/** The first forecaster's chance; its interval spans those of all that follow the question. */
function oddsQuantity(
  question: Question,
  asked: Asked,
  beside: readonly {readonly name: string; readonly chance: Chance}[],
): Quantity {
  const followed = beside.filter(({chance}) => chance.probability !== null);
  const answer = followed[0];
  const all = followed.map(({chance}) => chance.probability!);
  return {
    id: `odds.${question.id}`,
    label: `${label(question, asked)}, by ${isoDay(asked.by)}`,
    unit: "probability",
    value: answer?.chance.probability ?? null,
    interval:
      all.length > 1
        ? {
            low: Math.min(...all),
            high: Math.max(...all),
            level: scenarioMethod.intervalLevel.value,
            kind: "spread",
          }
        : null,
    censored: "none",
    insufficient: answer ? null : "no forecaster follows it",
    n: answer?.chance.paths ?? 0,
    note: answer
      ? `By ${answer.name}, give or take ${(100 * answer.chance.error).toFixed(1)} points from ${answer.chance.paths} paths; the interval is the range over ${followed.map(({name}) => name).join(", ")}.`
      : null,
    evidence: {
      rule: scenarioMethod.oddsRule.value,
      models: [],
      benchmarks: [],
      quantities: ["lag", "gap"],
      records: [],
    },
  };
}
