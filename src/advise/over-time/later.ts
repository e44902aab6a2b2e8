/** What time does to one decision: the worth of being free to switch, whether the first choice still leads, the signals. */
import type {WorkloadAdvice} from "../../advice-report.ts";
import {mean, standardDeviation} from "../../numeric/quantile.ts";
import {adviceMethod} from "../advice-method.ts";
import {stream} from "../../numeric/random.ts";
import {nameKey} from "../../forces/money/lab-stream.ts";
import type {Decided} from "../answer/workload-answer.ts";
import {plainQuantity, quantityId} from "../answer/option-row.ts";
import {shareText, usdText} from "../answer/words.ts";
import type {Ranked} from "../decision/choice-of-option.ts";
import type {Portfolio} from "../portfolio/portfolio.ts";
import type {Outlook} from "./outlook.ts";
import {outlookMethod} from "./outlook-method.ts";
import {switching, type SwitchingResult} from "./switching.ts";
import {triggers} from "./triggers.ts";

const PURPOSE = 0xad8;
/** First choices whose futures are followed: the primary and its closest rivals. */
const STARTS = 3;

export type Later = Pick<WorkloadAdvice, "triggers" | "overTime">;

export function later(
  {workload, horizon, choice, field}: Decided,
  {horizonMonths, discountRate}: Pick<Portfolio, "horizonMonths" | "discountRate">,
  outlook: Outlook | undefined,
  abilityOf: (model: string) => number,
  seed: number,
): Later {
  if (!choice || !outlook) return {triggers: [], overTime: null};
  const {slope} = field.success!;
  const side = (openness: "open" | "closed") =>
    choice.ranking.find(({contender}) => contender.option.openness === openness)?.contender;
  const sides = Object.fromEntries(
    (["open", "closed"] as const).flatMap((one) => {
      const found = side(one);
      return found ? [[one, found]] : [];
    }),
  );
  const follow = (ranked: Ranked): SwitchingResult =>
    switching(
      {
        start: ranked.contender,
        fallback: ranked === choice.primary ? choice.fallback?.contender : choice.primary.contender,
        sides,
        stakes: workload,
        horizon,
        slope,
        abilityOf: (option) => abilityOf(option.model),
        outlook,
        discountRate,
      },
      stream(seed, PURPOSE, nameKey(workload.id)),
    );
  const rivals = choice.ranking
    .filter(({contender}) => contender.option.model !== choice.primary.contender.option.model)
    .slice(0, STARTS - 1);
  const own = follow(choice.primary);
  const others = rivals.map((rival) => ({rival, result: follow(rival)}));
  const better = others
    .map(({rival, result}) => ({rival, gain: surelyMore(result.free, own.free)}))
    .filter(({gain}) => gain > 0)
    .sort((a, b) => b.gain - a.gain)[0];
  const flexibility = mean(own.free) - own.bound;
  const naming = (what: string, label: string) => ({
    id: quantityId(workload.id, "over-time", what),
    label,
    rule: outlookMethod.rule.value,
    models: [choice.primary.contender.option.model],
  });
  return {
    triggers: triggers({workload, horizon, choice, slope, outlook, abilityOf, horizonMonths}),
    overTime: {
      says: sentence(choice.primary, own, flexibility, better?.rival, better?.gain ?? 0),
      flexibility: plainQuantity(
        {
          ...naming("flexibility", `Worth of being free to switch ${workload.name} later`),
          unit: "USD per year",
        },
        flexibility,
        outlook.paths,
      ),
      switches: plainQuantity(
        {
          ...naming("switches", `Chance of switching ${workload.name} out of free will within the horizon`),
          unit: "probability",
        },
        own.switched,
        outlook.paths,
      ),
      regretOfWaiting: better
        ? plainQuantity(
            {
              ...naming(
                "other-start",
                `What starting with ${better.rival.contender.option.name} would bring more over time`,
              ),
              unit: "USD per year",
            },
            better.gain,
            outlook.paths,
          )
        : null,
    },
  };
}

/** Mean gain a year over the same paths; 0 where it is within chance or too small to act on. */
function surelyMore(theirs: Float64Array, ours: Float64Array): number {
  const gains = theirs.map((value, path) => value - ours[path]!);
  const gain = mean(gains);
  const error = standardDeviation(gains) / Math.sqrt(gains.length);
  const least = Math.max(3 * error, adviceMethod.tolerance.value * Math.abs(mean(ours)));
  return gain > least ? gain : 0;
}

function sentence(
  primary: Ranked,
  {switched, causes, free}: SwitchingResult,
  flexibility: number,
  better: Ranked | undefined,
  gain: number,
): string {
  const reasons = [
    ["a cheaper model as able", causes.price],
    ["a better open model", causes.open],
    ["a better closed model", causes.closed],
    ["its supplier", causes.supplier],
  ] as const;
  const likeliest = [...reasons].sort((a, b) => b[1] - a[1]).filter(([, share]) => share >= 0.05);
  const first = likeliest.map(([what, share]) => `${what} ${shareText(share)}`).join(", ");
  const start = better
    ? `Over time ${better.contender.option.name} is the better start, by ${usdText(gain)} a year`
    : `${primary.contender.option.name} stays the best start over the horizon`;
  return `${start}. A switch within it pays in ${shareText(switched)} of futures${first ? ` (first cause: ${first})` : ""}; being free to make it is worth ${usdText(flexibility)} a year of ${usdText(mean(free))}. Do not sign it away.`;
}
