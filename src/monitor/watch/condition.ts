/**
 * What somebody wants to be told about, as plain data: a closed set of forms, no code.
 *
 * Two kinds. A *level* (`number`, `price`, `task-price`, `own-eval`, `frontier`) holds with a probability and is told when that rises past a level. A *change*
 * compares the facts with what was seen before and is told once for each thing that is new or different.
 */
import {z} from "zod";
import {LICENCE_LIMITS, ORIGINS, RESIDENCIES} from "../../advise/portfolio/portfolio.ts";
import type {Latency} from "../../advise/portfolio/workload-kinds.ts";

/** Ids of models, with `*` for any letters. */
const pattern = z.string().min(1).max(120);
const compare = z.enum(["<", "<=", ">", ">="]);

/** What one finished task takes; tokens per request. */
const taskLoad = z.strictObject({
  tokens: z
    .strictObject({
      input: z.number().nonnegative(),
      output: z.number().nonnegative(),
      cached: z.number().nonnegative(),
    })
    .refine(({input, cached}) => cached <= input, {message: "at most as many cached tokens as input"}),
  requestsPerTask: z.number().positive(),
  latency: z.enum(["interactive", "minutes", "batch"] satisfies readonly Latency[]),
});
const limitsSchema = z.strictObject({
  dataResidency: z.enum(RESIDENCIES),
  licences: z.array(z.enum(LICENCE_LIMITS)),
  excludedOrigins: z.array(z.enum(ORIGINS)),
  originsNotAtHome: z.array(z.enum(ORIGINS)),
  onPremises: z.boolean(),
  excluded: z.array(z.string()),
});

export const conditionSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("number"),
    id: z.string().describe("as `lagline explain` lists them"),
    compare,
    value: z.number(),
    unit: z.string().describe("of the number and of the value"),
  }),
  z.strictObject({
    kind: z.literal("price"),
    models: pattern,
    ability: z.number().nullable().describe("index points a model must have"),
    openness: z.enum(["open", "closed"]).nullable(),
    compare,
    usd: z.number().positive().describe("per million tokens, three of input to one of output"),
  }),
  z.strictObject({
    kind: z.literal("task-price"),
    models: pattern,
    asAbleAs: z.string().nullable().describe("id of the model that must be matched"),
    load: taskLoad,
    compare,
    usd: z.number().positive().describe("per finished task"),
    within: z
      .strictObject({workload: z.string(), limits: limitsSchema})
      .nullable()
      .describe("whose limits an offer must not break"),
  }),
  z.strictObject({
    kind: z.literal("own-eval"),
    eval: z.string().describe("as it was imported"),
    model: z.string(),
    compare,
    share: z.number().min(0).max(1).describe("of tasks done right"),
  }),
  z.strictObject({
    kind: z.literal("frontier"),
    side: z.enum(["open", "closed"]),
    points: z.number().describe("ability the best model of the side has at least"),
  }),
  z.strictObject({kind: z.literal("moves"), id: z.string(), by: z.number().positive(), unit: z.string()}),
  z.strictObject({
    kind: z.literal("model-change"),
    what: z.enum(["licence", "openness", "dates", "price"]),
    models: pattern,
  }),
  z.strictObject({kind: z.literal("weights-open"), models: pattern}),
  z.strictObject({kind: z.literal("deprecated"), models: z.union([z.literal("mine"), pattern])}),
  z.strictObject({kind: z.literal("record"), side: z.enum(["open", "closed"])}),
  z.strictObject({
    kind: z.literal("new-model"),
    openness: z.enum(["open", "closed"]).nullable(),
    lab: z.string().nullable(),
  }),
  z.strictObject({kind: z.literal("supplier-event"), lab: z.string()}),
  z.strictObject({kind: z.literal("law"), place: z.string()}),
  z.strictObject({kind: z.literal("bet"), id: z.string()}),
]);

export type Condition = z.infer<typeof conditionSchema>;
export type LevelCondition = Extract<Condition, {kind: "number" | "price"}>;

const COMPARE = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"} as const;

/** The condition as a phrase; `parseCondition` reads it back. */
export function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "number":
      return `${condition.id} ${condition.compare} ${condition.value} ${condition.unit}`.trimEnd();
    case "price": {
      const who = [condition.openness ?? "", condition.models === "*" ? "anything" : condition.models]
        .filter(Boolean)
        .join(" ");
      const able = condition.ability === null ? "" : ` with ability >= ${condition.ability}`;
      return `price of ${who}${able} ${COMPARE[condition.compare]} ${condition.usd} USD`;
    }
    case "task-price": {
      const {models, asAbleAs, load, within} = condition;
      const able = asAbleAs === null ? "" : ` as able as ${asAbleAs}`;
      const {input, output, cached} = load.tokens;
      const tokens = [input, output, ...(cached > 0 ? [cached] : [])].join("/");
      const times = load.requestsPerTask === 1 ? "" : ` x ${load.requestsPerTask}`;
      const batch = load.latency === "batch" ? " in batches" : "";
      const limits = within === null ? "" : `, within the limits of ${within.workload}`;
      return `price per task of ${models === "*" ? "anything" : models}${able} at ${tokens} tokens${times}${batch} ${COMPARE[condition.compare]} ${condition.usd} USD${limits}`;
    }
    case "own-eval":
      return `own eval ${condition.eval} of ${condition.model} ${COMPARE[condition.compare]} ${condition.share}`;
    case "frontier":
      return `best ${condition.side} model reaches ${condition.points} points`;
    case "moves":
      return `${condition.id} moves by ${condition.by} ${condition.unit}`.trimEnd();
    case "model-change":
      return `${condition.what} of ${condition.models} changes`;
    case "weights-open":
      return `weights of ${condition.models} open`;
    case "deprecated":
      return condition.models === "mine"
        ? "a model I run is deprecated"
        : `${condition.models} is deprecated`;
    case "record":
      return `new ${condition.side} record`;
    case "new-model":
      return `new ${condition.openness === null ? "" : `${condition.openness} `}model${condition.lab === null ? "" : ` from ${condition.lab}`}`;
    case "supplier-event":
      return `new event at ${condition.lab}`;
    case "law":
      return `new law in ${condition.place}`;
    case "bet":
      return `bet ${condition.id} settles`;
  }
}

/** Does a model's id match? Case does not count. Steps back only to the last `*`, so the time is length times length. */
export function matches(glob: string, id: string): boolean {
  const [pattern, text] = [glob.toLowerCase(), id.toLowerCase()];
  let [p, t] = [0, 0];
  let star = -1;
  let from = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p++;
      from = t;
    } else if (pattern[p] === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++from;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
