/**
 * A predicate: a question's answer as data. A small closed language over the Report and the fact tables; it has no names
 * of files, no addresses, no code and no patterns, so evaluating one can do nothing but read what it is given.
 *
 * Every test gives yes, no, cannot tell or not yet; `all`, `any`, `not` and `at-least` join them as Kleene's logic does.
 */
import {z} from "zod";
import {parseDay} from "../../dates.ts";

/** A day `YYYY-MM-DD` that exists. */
export const isoDay = z
  .string()
  .refine((text) => parseDay(text) !== undefined, {message: "a calendar day as YYYY-MM-DD"});

export const comparison = z.enum(["at-least", "above", "at-most", "below"]);
const name = z.string().min(1).max(120);

/** Models by what the facts say of them on the day. Every field given must hold. */
export const modelGroup = z
  .strictObject({
    openness: z.enum(["open", "closed"]).optional(),
    /** Home of the lab. */
    origin: z.enum(["US", "CN", "other"]).optional(),
    labs: z.array(name).min(1).max(40).optional(),
    models: z.array(name).min(1).max(40).optional(),
    licence: z
      .array(z.enum(["permissive", "conditional", "non-commercial", "unknown"]))
      .min(1)
      .optional(),
    /** First download of the weights of open models, first use of closed ones: from and to, both included. */
    from: isoDay.optional(),
    to: isoDay.optional(),
    minParametersB: z.number().positive().optional(),
  })
  .refine((group) => Object.keys(group).length > 0, {message: "at least one field"});

/** Measured on the first vintage whose test results reach the day. */
const on = isoDay.describe("first vintage whose results reach this day");
const instrument = z.enum(["lagline", "eci"]);

const quantityTest = z.strictObject({
  test: z.literal("number"),
  /** Id of a number of the Report, as `lagline explain` lists them. */
  number: name,
  on,
  is: comparison,
  value: z.number(),
});
const span = z
  .strictObject({from: isoDay, to: isoDay})
  .refine(({from, to}) => from <= to, {message: "a span whose first day is not after its last"});
const lagOverTest = z.strictObject({
  test: z.literal("lag-over"),
  /** R11's lag in months or R19's gap in points: mean over a span of its weekly values, as the newest vintage has them. */
  measure: z.enum(["lag", "gap"]),
  over: span,
  is: comparison,
  /** Months or points; with `than`, added to the mean of the other span. */
  value: z.number(),
  /** Compare with the mean over this span instead of a fixed number. */
  than: span.optional(),
});
const bestTest = z.strictObject({
  test: z.literal("best-model"),
  instrument,
  on,
  of: modelGroup,
  is: comparison,
  /** The best of this group, or a fixed ability. */
  than: z.union([modelGroup, z.number()]),
});
const rankTest = z.strictObject({
  test: z.literal("rank"),
  instrument,
  on,
  best: modelGroup,
  among: modelGroup,
  is: comparison,
  value: z.number().int().positive(),
});
const countModelsTest = z.strictObject({
  test: z.literal("count-models"),
  of: modelGroup,
  /** Models of the facts on this day; the answer no waits for it. */
  by: isoDay,
  is: comparison,
  value: z.number().int().nonnegative(),
});
export const rowTables = z.enum(["finance", "adoption", "policy", "distillation", "events", "distribution"]);
const words = z.array(name).min(1).max(60);
export const rowFilter = z.strictObject({
  table: rowTables,
  ids: words.optional(),
  /** Labs of finance, events and distribution rows; parties of distillation rows. */
  who: words.optional(),
  /** Metric of finance and adoption rows; type of events and distillation rows; kind of distribution rows. */
  what: words.optional(),
  /** Jurisdiction of policy rows; segment of adoption rows. */
  where: words.optional(),
  status: words.optional(),
  /** Whether a measure reaches open weights. */
  openWeights: words.optional(),
  direction: words.optional(),
  /** What the row is about happened from and to these days, both included. */
  from: isoDay.optional(),
  to: isoDay.optional(),
  /** Middle value of the row, in its unit. */
  atLeast: z.number().optional(),
});
const rowsTest = z.strictObject({
  test: z.literal("rows"),
  rows: rowFilter,
  /** Count the rows, or how many different labs or parties they are about. */
  count: z.enum(["rows", "who"]),
  is: comparison,
  value: z.number().int().nonnegative(),
  /** What it means when the facts reach `to` and the rows are not there. */
  absence: z.enum(["no", "cannot-tell"]),
});
const figureTest = z.strictObject({
  test: z.literal("newest-figure"),
  rows: rowFilter,
  is: comparison,
  value: z.number().optional(),
  /** Compare with the newest row of this filter instead of a number. */
  than: rowFilter.optional(),
});
const indexTest = z.strictObject({
  test: z.literal("published-index"),
  index: z.literal("eci"),
  /** First published vintage on or after this day. */
  on: isoDay,
  of: modelGroup,
  minus: modelGroup,
  is: comparison,
  value: z.number(),
});

const leaf = z.discriminatedUnion("test", [
  quantityTest,
  lagOverTest,
  bestTest,
  rankTest,
  countModelsTest,
  rowsTest,
  figureTest,
  indexTest,
]);
export type PredicateTest = z.infer<typeof leaf>;
export type ModelGroup = z.infer<typeof modelGroup>;
export type RowFilter = z.infer<typeof rowFilter>;
export type Comparison = z.infer<typeof comparison>;

export type Predicate =
  | PredicateTest
  | {readonly all: readonly Predicate[]}
  | {readonly any: readonly Predicate[]}
  | {readonly not: Predicate}
  | {readonly atLeast: number; readonly of: readonly Predicate[]};

/** A predicate deeper or larger than these is refused: nobody could review it. */
const DEEPEST = 6;
const LARGEST = 60;

const joined: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    leaf,
    z.strictObject({all: z.array(joined).min(1)}),
    z.strictObject({any: z.array(joined).min(1)}),
    z.strictObject({not: joined}),
    z.strictObject({atLeast: z.number().int().positive(), of: z.array(joined).min(1)}),
  ]),
);

export const predicateSchema: z.ZodType<Predicate> = z
  .unknown()
  .refine((raw) => depthOf(raw) <= 4 * DEEPEST, {message: "a predicate less deep", abort: true})
  .pipe(joined)
  .refine((predicate) => testsOf(predicate).length <= LARGEST && nesting(predicate) <= DEEPEST, {
    message: `a predicate of at most ${LARGEST} tests and ${DEEPEST} levels`,
  });

/** Every test of a predicate, in reading order. */
export function testsOf(predicate: Predicate): PredicateTest[] {
  return "test" in predicate ? [predicate] : partsOf(predicate).flatMap(testsOf);
}

export function partsOf(predicate: Exclude<Predicate, PredicateTest>): readonly Predicate[] {
  if ("not" in predicate) return [predicate.not];
  return "all" in predicate ? predicate.all : "any" in predicate ? predicate.any : predicate.of;
}

const nesting = (predicate: Predicate): number =>
  "test" in predicate ? 0 : 1 + Math.max(...partsOf(predicate).map(nesting));

function depthOf(raw: unknown, limit = 4 * DEEPEST + 1): number {
  if (typeof raw !== "object" || raw === null || limit === 0) return 0;
  return 1 + Math.max(0, ...Object.values(raw).map((value) => depthOf(value, limit - 1)));
}
