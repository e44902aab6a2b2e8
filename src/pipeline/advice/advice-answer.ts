/** An advice with what it rests on: days, draws, the rows behind its numbers. */
import {adviceMethod} from "../../advise/advice-method.ts";
import {advise} from "../../advise/advise.ts";
import type {Portfolio} from "../../advise/portfolio/portfolio.ts";
import {type Advice, adviceQuantitiesOf} from "../../advice-report.ts";
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {isoDay} from "../../dates.ts";
import type {Report} from "../../report.ts";
import type {Day} from "../../units.ts";
import {selfhostRows} from "../forces/fact-rows.ts";
import type {Measured} from "../measured.ts";
import {optionsOf, qualityGround} from "./advice-ground.ts";

export interface AdviceSource {
  readonly portfolio: Portfolio;
  /** Held-out deficit, vintage and method come from it. */
  readonly report: Report;
  /** As of the day of the prices. */
  readonly priced: Catalog;
  /** As of the day of the abilities. */
  readonly measuredCatalog: Catalog;
  readonly measured: Measured;
  readonly facts: ForceFacts;
  readonly on: Day;
  readonly seed: number;
}

export function adviceAnswer({
  portfolio,
  report,
  priced,
  measuredCatalog,
  measured,
  facts,
  on,
  seed,
}: AdviceSource): Advice {
  const heldOut = report.robustness.classes.find((one) => one.class === "held-out")?.points;
  const options = optionsOf(priced, measured, on);
  const drawCount = adviceMethod.drawCount.value;
  const body = advise({
    portfolio,
    options,
    quality: qualityGround(measuredCatalog, measured, heldOut?.value === null ? undefined : heldOut),
    selfhost: facts.selfhost,
    on,
    seed,
    drawCount,
  });
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
    record: [],
    facts: selfhostRows(facts.selfhost, wanted),
  };
}
