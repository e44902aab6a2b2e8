/** What the past cases say together: mean regrets with intervals over tests, and whether stated chances were kept. */
import type {AdviceBacktest} from "../../advice-report.ts";
import {grouped} from "../../grouped.ts";
import {mean, quantiles} from "../../numeric/quantile.ts";
import {stream} from "../../numeric/random.ts";
import {adviceBacktestMethod} from "./backtest-method.ts";
import {RIVALS, rivalSays} from "./rivals.ts";
import type {ScoredCase} from "./scored-case.ts";

const PURPOSE = 0xad7;
const BINS = [0, 0.02, 0.1, 0.3, 0.6, 1.0000001] as const;

export type BacktestSummary = Pick<AdviceBacktest, "variants">;

export const backtestSummary = (cases: readonly ScoredCase[], seed: number): BacktestSummary => ({
  variants: [false, true].flatMap((graded) => {
    const some = cases.filter((one) => one.graded === graded);
    return some.length === 0 ? [] : [variant(some, graded, seed)];
  }),
});

function variant(
  cases: readonly ScoredCase[],
  graded: boolean,
  seed: number,
): AdviceBacktest["variants"][number] {
  const families = [...grouped(cases, ({family}) => family).values()];
  const ways = ["advice", "highest expected value", ...RIVALS] as const;
  const stakes = [...new Set(cases.map(({stake}) => stake))];
  return {
    knows: graded ? "a graded sample of what runs today" : "the kind of work alone",
    cases: cases.length,
    tests: new Set(cases.map(({test}) => test)).size,
    families: families.length,
    rows: ways.map((way) => {
      const over = resampled(families, (some) => mean(some.map(({regret}) => regret[way])), seed);
      const against = resampled(
        families,
        (some) => mean(some.map(({regret}) => regret[way] - regret.advice)),
        seed,
      );
      return {
        way,
        says:
          way === "advice"
            ? "lagline's primary"
            : way === "highest expected value"
              ? "the same without taking the cheaper of two alike"
              : rivalSays[way],
        regret: mean(cases.map(({regret}) => regret[way])),
        ...over,
        moreThanAdvice: mean(cases.map(({regret}) => regret[way] - regret.advice)),
        moreLow: against.low,
        moreHigh: against.high,
        byStake: stakes.map((stake) => ({
          stake,
          regret: mean(cases.filter((one) => one.stake === stake).map(({regret}) => regret[way])),
        })),
      };
    }),
    calibration: {
      stated: mean(cases.map(({stated}) => stated)),
      wasBest: mean(cases.map(({wasBest}) => Number(wasBest))),
      bins: bins(cases),
      covered: mean(cases.map(({covered}) => covered)),
      coveredElsewhere: mean(elsewhere(cases).map(({covered}) => covered)),
    },
  };
}

/** Cases of the families that the doubt about a kind of work (R75) was not chosen on: every second one by name. */
function elsewhere(cases: readonly ScoredCase[]): ScoredCase[] {
  const names = [...new Set(cases.map(({family}) => family))].sort();
  return cases.filter(({family}) => names.length < 2 || names.indexOf(family) % 2 === 1);
}

/** 5% and 95% of a statistic over bootstrap resamples of families of tests: tests are what is few. */
function resampled(
  families: readonly (readonly ScoredCase[])[],
  statistic: (cases: readonly ScoredCase[]) => number,
  seed: number,
): {low: number; high: number} {
  const random = stream(seed, PURPOSE);
  const sums = Array.from({length: adviceBacktestMethod.resamples.value}, () =>
    statistic(families.flatMap(() => families[random.below(families.length)]!)),
  );
  const [low, high] = quantiles(sums, [0.05, 0.95]);
  return {low: low!, high: high!};
}

function bins(cases: readonly ScoredCase[]): AdviceBacktest["variants"][number]["calibration"]["bins"] {
  const chances = cases.flatMap((one) => one.chances);
  return BINS.slice(0, -1).map((from, at) => {
    const to = BINS[at + 1]!;
    const inside = chances.filter(([stated]) => stated >= from && stated < to);
    return {
      from,
      to: Math.min(1, to),
      options: inside.length,
      stated: inside.length === 0 ? 0 : mean(inside.map(([stated]) => stated)),
      wasBest: inside.length === 0 ? 0 : mean(inside.map(([, was]) => was)),
    };
  });
}
