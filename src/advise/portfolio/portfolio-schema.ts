/** The portfolio file as it may be written: strict, every number in the unit its name says. */
import {z} from "zod";
import {id, number, oneOf, optional, required, text, yesNo} from "../../data/field.ts";
import {LICENCE_LIMITS, ORIGINS, QUALITY_DOMAINS, RESIDENCIES} from "./portfolio.ts";
import {WORKLOAD_KINDS} from "./workload-kinds.ts";

const PERCENT = /^-?\d+(\.\d+)?%$/;
/** `30%` or `0.3`. */
const share = (low: number, high: number, what: string) => {
  const plain = number({low, high, what});
  return {
    expected: what,
    read: (value: string) =>
      plain.read(PERCENT.test(value) ? String(Number(value.slice(0, -1)) / 100) : value),
  };
};
/** Thousands may be set apart: `400_000`, `400,000`. */
const amount = (low: number, high: number, what: string) => {
  const plain = number({low, high, what});
  return {
    expected: what,
    read: (value: string) =>
      plain.read(/^\d{1,3}([_,]\d{3})+(\.\d+)?$/.test(value) ? value.replace(/[_,]/g, "") : value),
  };
};

const list = <T extends z.ZodType>(item: T) => z.array(item, {error: "a list"}).optional();
const name = required(text);
const usd = amount(0, 1e12, "an amount in USD from 0");
const oneCall = amount(0, 1e8, "a number of tokens from 0 to 100 million");

const limitFields = {
  data_residency: optional(oneOf(RESIDENCIES)),
  licences: list(required(oneOf(LICENCE_LIMITS))),
  exclude_origins: list(required(oneOf(ORIGINS))),
  no_service_from: list(required(oneOf(ORIGINS))),
  on_premises: optional(yesNo),
  exclude: list(required(text)),
};
const limits = z.strictObject(limitFields, {error: "the limits as fields"}).optional();

const workloadSchema = z.strictObject(
  {
    name,
    kind: optional(oneOf(WORKLOAD_KINDS)),
    needs: optional(text),
    tasks_per_month: required(amount(1, 1e12, "a number of finished tasks per month from 1")),
    growth_per_year: optional(share(-0.99, 100, "a share such as 30% or 0.3")),
    requests_per_task: optional(number({low: 0.01, high: 100_000, what: "a number of requests from 0.01"})),
    tokens: z
      .strictObject(
        {input: optional(oneCall), output: optional(oneCall), cached: optional(oneCall)},
        {error: "input, output and cached tokens per request"},
      )
      .optional(),
    quality: z
      .strictObject(
        {
          domain: optional(oneOf(QUALITY_DOMAINS)),
          benchmarks: list(required(id)),
          own_eval: optional(text),
          success_now: optional(share(0.001, 0.999, "a share between 0.1% and 99.9%")),
          graded_tasks: optional(amount(1, 1e9, "a number of graded tasks from 1")),
        },
        {error: "domain, benchmarks, own_eval, success_now and graded_tasks"},
      )
      .optional(),
    value_of_success: optional(usd),
    cost_of_failure: optional(usd),
    failures_noticed: optional(share(0, 1, "a share from 0 to 1, or a percentage")),
    latency: optional(oneOf(["interactive", "minutes", "batch"])),
    style: optional(oneOf(["repetitive", "user-driven"])),
    limits,
    runs_today: z
      .strictObject(
        {model: required(text), provider: optional(text)},
        {error: "model and, if you like, provider"},
      )
      .optional(),
    switching_cost: optional(usd),
  },
  {error: "the fields of a workload"},
);

export const portfolioSchema = z.strictObject(
  {
    name: optional(text),
    horizon_months: optional(number({low: 3, high: 36, what: "a number of months from 3 to 36"})),
    discount_rate: optional(share(0, 1, "a share a year such as 10%")),
    limits,
    workloads: z
      .array(workloadSchema, {error: "a list of workloads"})
      .min(1, {error: "at least one workload"})
      .max(50, {error: "at most 50 workloads"}),
  },
  {error: "the fields of a portfolio"},
);

export type PortfolioFields = z.output<typeof portfolioSchema>;
export type WorkloadFields = PortfolioFields["workloads"][number];
export type LimitFields = NonNullable<PortfolioFields["limits"]>;
