/** An advice with what it rests on: days, draws, the rows behind its numbers. */
import {adviceMethod} from "../../advise/advice-method.ts";
import {type AdviceInput, advise} from "../../advise/advise.ts";
import type {AnnouncedPrice} from "../../advise/options/announced-prices.ts";
import type {QualityGround} from "../../advise/quality/success-draws.ts";
import type {Portfolio} from "../../advise/portfolio/portfolio.ts";
import {type Advice, adviceQuantitiesOf} from "../../advice-report.ts";
import type {Catalog, DateConvention} from "../../data/catalog.ts";
import type {FactFile} from "../../data/fact-files.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {isoDay} from "../../dates.ts";
import type {Report} from "../../report.ts";
import type {Day} from "../../units.ts";
import {selfhostRows} from "../forces/fact-rows.ts";
import type {Measured} from "../measured.ts";
import {adviceOutlook} from "./advice-outlook.ts";
import {measuredBacktest, recordLines} from "./advice-record.ts";
import type {OwnEvalsInput} from "../own-evals.ts";
import {optionsOf, qualityGround} from "./advice-ground.ts";

/** What an advice is asked with. */
export interface AdviceAsk {
  readonly file: FactFile;
  /** The user's own evals, read only when a workload names one. */
  readonly own: () => OwnEvalsInput;
}

export interface AdviceSource {
  readonly portfolio: Portfolio;
  /** Held-out deficit, vintage and method come from it. */
  readonly report: Report;
  /** As of the day of the prices. */
  readonly priced: Catalog;
  /** Prices known on that day to come. */
  readonly announced: ReadonlyMap<string, AnnouncedPrice>;
  /** As of the day of the abilities. */
  readonly measuredCatalog: Catalog;
  readonly measured: Measured;
  readonly facts: ForceFacts;
  readonly on: Day;
  readonly asOf: Day;
  readonly dates: DateConvention;
  readonly seed: number;
  readonly ownEvals: QualityGround["ownEvals"];
}

/** What the pure advice is asked with: options of the day, how models do on tests, what may change. */
export function adviceInput({
  portfolio,
  report,
  priced,
  announced,
  measuredCatalog,
  measured,
  facts,
  on,
  asOf,
  dates,
  seed,
  ownEvals,
}: AdviceSource): AdviceInput {
  const heldOut = report.robustness.classes.find((one) => one.class === "held-out")?.points;
  return {
    portfolio,
    options: optionsOf(priced, measured, on, announced),
    quality: {
      ...qualityGround(measuredCatalog, measured, heldOut?.value === null ? undefined : heldOut),
      ...(ownEvals ? {ownEvals} : {}),
    },
    selfhost: facts.selfhost,
    on,
    ...(report.forces
      ? {
          outlook: adviceOutlook(
            {priced, measuredCatalog, measured, facts, forces: report.forces, dates, on, asOf, seed},
            portfolio.horizonMonths,
          ),
        }
      : {}),
    seed,
    drawCount: adviceMethod.drawCount.value,
  };
}

export function adviceAnswer(source: AdviceSource): Advice {
  const {report, measured, facts, on, seed} = source;
  const input = adviceInput(source);
  const {options, drawCount} = input;
  const body = advise(input);
  const wanted = new Set(adviceQuantitiesOf(body).flatMap((quantity) => quantity.facts));
  return {
    schema: "lagline-advice/1",
    about: {
      vintage: report.about.vintage,
      method: report.about.method,
      abilitiesAsOf: report.about.asOf,
      pricesAsOf: isoDay(on),
      draws: drawCount,
      abilityDraws: measured.abilities.drawCount,
      seed,
      level: adviceMethod.intervalLevel.value,
      optionsPriced: options.options.length,
      unmeasured: options.unmeasured,
    },
    ...body,
    record: recordLines(measuredBacktest(), report.about.vintage),
    facts: selfhostRows(facts.selfhost, wanted),
  };
}
