/** A number to follow through time: one of the report, one of a published index, or the difference of two of a kind. */
import {didYouMean} from "../../data/closest-name.ts";
import {InputError} from "../../errors.ts";

export type Metric =
  | {readonly kind: "report"; readonly id: string; readonly minus: string | undefined}
  | {
      readonly kind: "index";
      readonly index: string;
      readonly model: string;
      readonly minus: string | undefined;
    };

/**
 * `lag.domain.coding`, `index.eci.kimi-k2.6`, or `a - b` of two numbers of the report or of one index.
 *
 * @throws InputError for anything else; whether a name is known is seen when it is read
 */
export function metricNamed(text: string): Metric {
  const parts = text.trim().split(/\s+-\s+/);
  const [first, second] = parts.map(indexed);
  if (parts.length > 2 || !first || (parts.length === 2 && !second)) throw refused(text);
  if (first.kind === "report" && (second === undefined || second.kind === "report"))
    return {kind: "report", id: first.id, minus: second?.id};
  if (
    first.kind === "index" &&
    (second === undefined || (second.kind === "index" && second.index === first.index))
  )
    return {...first, minus: second?.kind === "index" ? second.model : undefined};
  throw refused(text);
}

type Part =
  | {readonly kind: "report"; readonly id: string}
  | {readonly kind: "index"; readonly index: string; readonly model: string};

function indexed(text: string): Part | undefined {
  if (text === "" || /\s/.test(text)) return undefined;
  const [, index, model] = /^index\.([^.]+)\.(.+)$/.exec(text) ?? [];
  return index === undefined || model === undefined
    ? {kind: "report", id: text}
    : {kind: "index", index, model};
}

const refused = (text: string): InputError =>
  new InputError(
    "invalid",
    `number: ${JSON.stringify(text.slice(0, 120))}; an id of \`lagline explain\`, index.<index>.<model>, or the difference "a - b" of two of one kind was expected`,
  );

/** @throws InputError when a name is none of those known */
export function checkKnown(id: string, names: Iterable<string>): void {
  const known = [...names];
  if (known.includes(id)) return;
  const hint = didYouMean(id, known).replace(/^,/, "") || " `lagline explain --all` lists every number";
  throw new InputError("unknown", `number: ${JSON.stringify(id.slice(0, 120))};${hint}`);
}
