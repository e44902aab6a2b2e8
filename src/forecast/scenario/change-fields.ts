/** What one change of a scenario may say: the fields of each kind, as schemas over text, and how its sentence reads. */
import {z} from "zod";
import {dateSpan, oneOf, optional, required, text} from "../../data/field.ts";
import {midpoint, type DateSpan} from "../../dates.ts";
import {InputError} from "../../errors.ts";
import type {Distribution} from "../../numeric/distribution.ts";
import {exp} from "../../numeric/elementary.ts";
import type {Day} from "../../units.ts";
import {distributionOf} from "./distribution-text.ts";

/** Where the public falls under a law, and the home countries of the labs it binds. */
export const JURISDICTIONS = {
  US: ["US"],
  China: ["CN"],
  EU: ["FR", "DE", "ES", "IT", "NL", "SE", "FI", "PL", "AT", "IE", "DK"],
  UK: ["GB"],
  Canada: ["CA"],
  Korea: ["KR"],
  Japan: ["JP"],
} as const;
export type Jurisdiction = keyof typeof JURISDICTIONS;
const places = Object.keys(JURISDICTIONS) as Jurisdiction[];

/** An amount with the text it was written as. */
export interface Amount {
  readonly written: string;
  readonly distribution: Distribution;
}

interface Limits {
  readonly low: number;
  readonly high: number;
  /** Of what, for people. */
  readonly what: string;
}

/** A distribution whose middle 90%, or whose ends where it has any, lie within limits. */
const amount = ({low, high, what}: Limits) =>
  z.string({error: () => what}).transform((written, ctx): Amount => {
    const fail = (message: string) => {
      ctx.issues.push({code: "custom", input: written, message});
      return z.NEVER;
    };
    try {
      const distribution = distributionOf(written);
      const [least, most] = bounds(distribution);
      return least >= low && most <= high ? {written, distribution} : fail(what);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return fail(`${what}: ${error.message.replace(/^[^;]*; | was expected/g, "")}`);
    }
  });

/** Ends of a distribution, of its middle 90% where it has none. */
export function bounds(distribution: Distribution): readonly [number, number] {
  const z95 = 1.6448536269514722;
  switch (distribution.kind) {
    case "point":
      return [distribution.value, distribution.value];
    case "uniform":
      return [distribution.low, distribution.high];
    case "normal":
      return [distribution.mean - z95 * distribution.sd, distribution.mean + z95 * distribution.sd];
    case "lognormal":
      return [
        exp(distribution.logMean - z95 * distribution.logSd),
        exp(distribution.logMean + z95 * distribution.logSd),
      ];
    case "mixture": {
      const parts = distribution.parts.map(bounds);
      return [Math.min(...parts.map(([low]) => low)), Math.max(...parts.map(([, high]) => high))];
    }
  }
}

/** A month written alone means its first day here: a change takes effect when the month begins. */
const from = required({
  expected: dateSpan.expected,
  read: (value): Day | undefined => {
    const span: DateSpan | undefined = dateSpan.read(value);
    return span && (span.earliest === span.latest ? midpoint(span) : span.earliest);
  },
});

const change = <const Kind extends string>(kind: Kind) => z.literal(kind);
const group = required(text);

export const CHANGES = {
  funding: z.strictObject({
    change: change("funding"),
    of: group,
    by: amount({low: -1, high: 10, what: "a share from -100% to 1000% such as -60% or -80% to -40%"}),
    from,
  }),
  copying: z.strictObject({
    change: change("copying"),
    cut: amount({low: 0, high: 1, what: "a share from 0% to 100%"}),
    from,
  }),
  "hold-back": z.strictObject({
    change: change("hold-back"),
    months: amount({low: 0, high: 36, what: "months from 0 to 36 such as 3 to 9"}),
    from,
  }),
  withdrawal: z.strictObject({change: change("withdrawal"), from}),
  ban: z.strictObject({
    change: change("ban"),
    // The open frontier without Chinese weights is followed for users in one place only.
    jurisdiction: required(oneOf(["US"])),
    from,
  }),
  threshold: z.strictObject({
    change: change("threshold"),
    jurisdiction: required(oneOf(places)),
    above: amount({low: 0, high: 1000, what: "an ability in index points such as 165"}).optional(),
    from,
  }),
  release: z.strictObject({
    change: change("release"),
    lab: group,
    behind: amount({
      low: -50,
      high: 100,
      what: "points behind the best closed model of the day such as 0 to 4",
    }),
    from,
  }),
  "new-lab": z.strictObject({
    change: change("new-lab"),
    spends: amount({low: 0, high: 1e12, what: "USD a year such as 500M to 2B"}),
    from,
  }),
  price: z.strictObject({
    change: change("price"),
    side: required(oneOf(["open", "closed"])),
    times: amount({low: 0, high: 1000, what: "a factor such as 0.5 or 2"}),
    from,
  }),
  learning: z.strictObject({
    change: change("learning"),
    times: amount({low: 0, high: 1000, what: "a factor such as 2"}),
    from,
  }),
} as const;

export type ChangeKind = keyof typeof CHANGES;
export const CHANGE_KINDS = Object.keys(CHANGES) as ChangeKind[];
export type ScenarioChange = z.output<(typeof CHANGES)[ChangeKind]>;

/** The fields around the changes. */
export const scenarioFields = z.strictObject(
  {
    title: required(text),
    argues: optional(text),
    sources: z.array(required(text), {error: "a list of web addresses"}).optional(),
    changes: z.array(z.record(z.string(), z.string(), {error: "fields such as change: funding"}), {
      error: "a list of changes",
    }),
  },
  {error: "title, argues, sources and changes"},
);
export type ScenarioFields = z.output<typeof scenarioFields>;
