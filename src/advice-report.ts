/**
 * The advice as one value: what to run for each workload of a portfolio, what it costs and risks, and what would change it.
 *
 * It is an answer of its own, because it depends on a user's file, but its numbers are quantities like those of the Report:
 * each has an id, an interval, a rule and what it rests on, and `lagline explain advice.… --portfolio FILE` takes it apart.
 */
import {z} from "zod";
import {forceFactSchema, type ForceQuantity, forceQuantitySchema} from "./lab-report.ts";
import {isoDate} from "./quantity.ts";

const quantity = forceQuantitySchema;
const assumedSchema = z.array(z.strictObject({field: z.string(), value: z.string()}));

export const optionRowSchema = z.strictObject({
  id: z.string().describe("model@host, or model@self-hosted with precision and GPUs"),
  model: z.string(),
  name: z.string(),
  lab: z.string(),
  host: z.string(),
  runs: z.string().describe("API price, flexible tier or own machines, in words"),
  origin: z.enum(["US", "China", "other", "unknown"]),
  openness: z.enum(["open", "closed"]),
  licence: z.string(),
  continuity: z.enum(["one supplier", "many hosts", "own machines"]),
  runsToday: z.boolean(),
  netValue: quantity.describe("USD per year over the horizon, after cost"),
  cost: quantity,
  success: quantity.describe("share of tasks done right"),
  best: quantity.describe("probability that no other option is worth more"),
  regret: quantity.describe("expected loss against knowing the best option"),
});

/** A condition on future data that lagline watches; `lagline watch` can evaluate it as it stands. */
export const triggerSchema = z.strictObject({
  id: z.string(),
  workload: z.string(),
  measure: z.enum(["price", "ability", "event", "licence", "own-eval"]),
  subject: z.string().describe("what is watched: a model, a lab, a side's frontier in a domain, an eval"),
  /** price: USD per million tokens at the workload's mix; ability: index points; own-eval: share; events have none. */
  threshold: z.number().nullable(),
  unit: z.enum(["USD per task", "points", "share", "none"]),
  direction: z.enum(["below", "above", "occurs"]),
  domain: z.string().describe("domain whose abilities are meant; general for the index"),
  says: z.string(),
  then: z.string().describe("what to do when it fires"),
  probability: quantity.describe("that it fires within the horizon"),
});

export const driverSchema = z.strictObject({
  what: z.string(),
  low: z.strictObject({at: z.string(), value: z.number()}),
  high: z.strictObject({at: z.string(), value: z.number()}),
});

export const selfHostSchema = z.strictObject({
  option: z.string(),
  name: z.string(),
  runs: z.string(),
  cost: quantity,
  breakEven: quantity.describe("tasks a month from which it is cheaper than the API it is compared with"),
  comparedWith: z.string(),
  copies: z.number(),
  utilisation: quantity,
  people: quantity.describe("share of the cost that is people"),
  drivers: z.array(driverSchema).describe("cost per year with one thing at its ends, largest swing first"),
});

export const sensitivitySchema = z.strictObject({
  what: z.string(),
  low: z.strictObject({at: z.string(), margin: z.number(), leads: z.string()}),
  high: z.strictObject({at: z.string(), margin: z.number(), leads: z.string()}),
  flips: z.boolean(),
});

export const workloadAdviceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  style: z.enum(["repetitive", "user-driven"]),
  domain: z.string(),
  tasksPerYear: z.number(),
  assumed: assumedSchema,
  sentence: z.string(),
  verdict: z.enum(["clear", "leaning", "no difference", "not worth running", "nothing allowed"]),
  primary: optionRowSchema.nullable(),
  fallback: optionRowSchema.nullable(),
  fallbackNote: z.string(),
  ahead: quantity.nullable().describe("probability that the primary is worth more than the best other model"),
  route: z
    .strictObject({
      first: optionRowSchema,
      then: optionRowSchema,
      escalated: quantity,
      success: quantity,
      gain: quantity,
      says: z.string(),
    })
    .nullable(),
  options: z.array(optionRowSchema).describe("the best in expectation, and what runs today"),
  seen: z.strictObject({
    options: z.number().int(),
    compared: z.number().int(),
    dearer: z.number().int().describe("same model run in the same way, at a higher price"),
    ruledOut: z.array(
      z.strictObject({why: z.string(), count: z.number().int(), examples: z.array(z.string())}),
    ),
  }),
  ruleOfThumb: z.strictObject({
    expects: z.enum(["open", "closed"]),
    openAhead: quantity.nullable(),
    verdict: z.enum(["held", "did not hold", "cannot be told"]),
    says: z.string(),
  }),
  evidence: z.string().describe("where the success rates come from"),
  why: z.array(z.string()),
  flips: z.array(z.string()),
  sensitivities: z.array(sensitivitySchema),
  selfHost: selfHostSchema.nullable(),
  triggers: z.array(triggerSchema),
  overTime: z
    .strictObject({
      says: z.string(),
      flexibility: quantity.describe("worth of being free to switch, USD per year"),
      switches: quantity.describe("probability of switching at least once within the horizon"),
      regretOfWaiting: quantity.nullable(),
    })
    .nullable(),
});

const shareRowSchema = z.strictObject({
  name: z.string(),
  share: z.number(),
  costPerYear: z.number(),
  workloads: z.number().int(),
});

export const stressSchema = z.strictObject({
  id: z.string(),
  what: z.string(),
  loss: quantity.describe("USD in the first year: outage, switching, and what the fallback is worth less"),
  workloads: z.array(z.string()),
  uncovered: z.array(z.string()).describe("workloads left without any allowed option"),
});

export const portfolioViewSchema = z.strictObject({
  cost: quantity,
  netValue: quantity,
  suppliers: z.array(shareRowSchema),
  origins: z.array(shareRowSchema),
  licences: z.array(shareRowSchema),
  stresses: z.array(stressSchema),
  frontier: z
    .array(
      z.strictObject({
        cost: z.number().describe("USD a year, of running it"),
        netValue: z.number(),
        risk: z.number().describe("expected USD a year lost to suppliers' events"),
        choices: z.array(z.strictObject({workload: z.string(), option: z.string()})),
        isAdvised: z.boolean(),
      }),
    )
    .describe("from the most valuable to the least risky"),
  says: z.string(),
});

export const adviceSchema = z.strictObject({
  schema: z.literal("lagline-advice/1"),
  about: z.strictObject({
    vintage: z.string(),
    method: z.string(),
    abilitiesAsOf: isoDate,
    pricesAsOf: isoDate,
    draws: z.number().int(),
    abilityDraws: z.number().int(),
    seed: z.number().int(),
    level: z.number(),
    optionsPriced: z.number().int(),
    unmeasured: z.number().int().describe("standing prices of models without a measured ability"),
  }),
  portfolio: z.strictObject({
    name: z.string(),
    horizonMonths: z.number(),
    discountRate: z.number(),
    assumed: assumedSchema,
  }),
  workloads: z.array(workloadAdviceSchema),
  view: portfolioViewSchema.nullable(),
  record: z.array(z.string()).describe("how such advice did in the past, as measured"),
  caveats: z.array(z.string()),
  facts: z.array(forceFactSchema),
});

const waySchema = z.strictObject({
  way: z.string(),
  says: z.string(),
  regret: z.number().describe("points of success lost against the best option, mean over cases"),
  low: z.number().describe("5% over resampled families of tests"),
  high: z.number(),
  moreThanAdvice: z.number(),
  moreLow: z.number(),
  moreHigh: z.number(),
  byStake: z.array(z.strictObject({stake: z.string(), regret: z.number()})),
});

/** The advice on past days, judged on tests hidden from it. */
export const adviceBacktestSchema = z.strictObject({
  schema: z.literal("lagline-advice-backtest/1"),
  under: z.strictObject({
    vintage: z.string(),
    method: z.string(),
    coveredTo: isoDate,
    seed: z.number().int(),
  }),
  origins: z.array(isoDate),
  variants: z.array(
    z.strictObject({
      knows: z.string(),
      cases: z.number().int(),
      tests: z.number().int(),
      families: z.number().int(),
      rows: z.array(waySchema),
      calibration: z.strictObject({
        stated: z.number().describe("mean stated chance that the primary is the best option"),
        wasBest: z.number().describe("share of cases in which it was"),
        bins: z.array(
          z.strictObject({
            from: z.number(),
            to: z.number(),
            options: z.number().int(),
            stated: z.number(),
            wasBest: z.number(),
          }),
        ),
        covered: z.number().describe("share of scores inside the stated 90% interval of success"),
        coveredElsewhere: z
          .number()
          .describe("the same, on the families of tests that no constant of R75 was chosen on"),
      }),
    }),
  ),
  cases: z.array(
    z.strictObject({
      origin: isoDate,
      test: z.string(),
      family: z.string(),
      stake: z.string(),
      graded: z.boolean(),
      options: z.number().int(),
      chosen: z.string(),
      best: z.string(),
      regret: z.record(z.string(), z.number()),
      stated: z.number(),
      wasBest: z.boolean(),
      covered: z.number(),
    }),
  ),
});
export type AdviceBacktest = z.infer<typeof adviceBacktestSchema>;

export type OptionRow = z.infer<typeof optionRowSchema>;
export type Trigger = z.infer<typeof triggerSchema>;
export type Driver = z.infer<typeof driverSchema>;
export type SelfHostAdvice = z.infer<typeof selfHostSchema>;
export type Sensitivity = z.infer<typeof sensitivitySchema>;
export type WorkloadAdvice = z.infer<typeof workloadAdviceSchema>;
export type Stress = z.infer<typeof stressSchema>;
export type PortfolioView = z.infer<typeof portfolioViewSchema>;
export type Advice = z.infer<typeof adviceSchema>;

/** Every quantity of an advice, once, in reading order. */
export function adviceQuantitiesOf({workloads, view}: Pick<Advice, "workloads" | "view">): ForceQuantity[] {
  const found = new Map<string, ForceQuantity>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("evidence" in value && "unit" in value && "id" in value && typeof value.evidence === "object") {
      const quantity = value as ForceQuantity;
      if (!found.has(quantity.id)) found.set(quantity.id, quantity);
      return;
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(workloads);
  visit(view);
  return [...found.values()];
}
