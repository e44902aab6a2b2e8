/** A record of the ledger from plain data: the schema of its kind, and every fault in a sentence. */
import type {z} from "zod";
import {didYouMean} from "../data/closest-name.ts";
import {
  activationEntry,
  beliefEntry,
  confirmationEntry,
  correctionEntry,
  type Entry,
  evidenceEntry,
  positionEntry,
  questionEntry,
  resolutionEntry,
  voidEntry,
} from "./entry.ts";

const SCHEMAS = {
  belief: beliefEntry,
  question: questionEntry,
  position: positionEntry,
  resolution: resolutionEntry,
  confirmation: confirmationEntry,
  void: voidEntry,
  activation: activationEntry,
  correction: correctionEntry,
  evidence: evidenceEntry,
} as const;

export const KINDS = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];

/** What is wrong with a field: `<path>: <value>; <what was expected>`. */
export interface FieldFault {
  readonly fault: "missing" | "invalid" | "unknown";
  readonly path: string;
  readonly says: string;
}

export type EntryReading =
  | {readonly entry: Entry; readonly faults?: undefined}
  | {readonly entry?: undefined; readonly faults: FieldFault[]};

export function readEntry(raw: unknown): EntryReading {
  const kind = kindOf(raw);
  if (kind === undefined) {
    return {
      faults: [
        {
          fault: "unknown",
          path: "kind",
          says: `kind: ${shown(at(raw, ["kind"]))}; one of ${KINDS.join(", ")} was expected`,
        },
      ],
    };
  }
  const result = SCHEMAS[kind].safeParse(raw);
  return result.success
    ? {entry: result.data as Entry}
    : {faults: result.error.issues.flatMap((issue) => faultsOf(issue, raw))};
}

const kindOf = (raw: unknown): keyof typeof SCHEMAS | undefined => {
  const kind = at(raw, ["kind"]);
  return KINDS.find((known) => known === kind);
};

function faultsOf(issue: z.core.$ZodIssue, raw: unknown): FieldFault[] {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      fault: "unknown",
      path: [path, key].filter(Boolean).join("."),
      says: `field: ${[path, key].filter(Boolean).join(".")}; a field of this kind was expected${didYouMean(key, Object.keys((raw as object) ?? {}))}`,
    }));
  }
  if (issue.code === "invalid_union") {
    const best = closestBranch(issue.errors);
    if (best.length > 0) {
      return best.flatMap((inner) =>
        faultsOf({...inner, path: [...issue.path, ...inner.path]} as z.core.$ZodIssue, raw),
      );
    }
  }
  const value = at(raw, issue.path);
  const missing = value === undefined || value === "";
  return [
    {
      fault: missing ? "missing" : "invalid",
      path,
      says: `${path || "record"}: ${shown(value)}; ${expectation(issue)} was expected`,
    },
  ];
}

/** The branch of a union that came furthest: the fewest faults. */
const closestBranch = (errors: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] =>
  errors.reduce(
    (best, next) => (best.length === 0 || next.length < best.length ? next : best),
    [] as readonly z.core.$ZodIssue[],
  );

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "string" ? "text" : `a ${issue.expected}`;
    case "invalid_value":
      return `one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.origin === "string" ? "text" : `at least ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string" ? `at most ${issue.maximum} characters` : `at most ${issue.maximum}`;
    case "invalid_union":
      return issue.discriminator ? `a known ${issue.discriminator}` : "another form";
    default:
      return issue.message;
  }
}

const at = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], raw);

function shown(value: unknown): string {
  if (value === undefined || value === "") return "nothing";
  const text = typeof value === "string" ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
