/**
 * A condition in words, read.
 *
 * A small grammar, one form per thing that can be asked; `conditionForms` lists them with an example each. Names are
 * checked against what the facts and the report know, so a misspelt watch is refused now and not silent for ever.
 */
import {closestName} from "../../data/closest-name.ts";
import type {Condition} from "./condition.ts";
import {type Word, type WordCursor, wordCursor, wrong} from "./word-cursor.ts";

/** Names a condition may use. */
export interface KnownNames {
  /** Numbers of the report, with their units. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly models: readonly string[];
  /** Labs of the facts, and of the facts on money and suppliers. */
  readonly labs: readonly string[];
  readonly places: readonly string[];
  /** The user's own evals. */
  readonly evals: readonly string[];
  readonly bets: readonly string[];
}

export const conditionForms: readonly (readonly [string, string])[] = [
  ["<number> < | <= | > | >= <value> [unit]", "lag.coding < 3 months"],
  ["runway of <lab> <|> <value> months", "runway of moonshot-ai < 12 months"],
  ["<number> moves by <value> [unit]", "lag moves by 1 month"],
  [
    "price of [open|closed] <models> [with ability >= <points>] below|above <value> USD",
    "price of anything with ability >= 150 below 1 USD",
  ],
  [
    "price per task of <models> [as able as <model>] at <input>/<output>[/<cached>] tokens [x <requests>] [in batches] below|above <value> USD",
    "price per task of anything as able as kimi-k2.6 at 3000/500 tokens below 0.01 USD",
  ],
  ["own eval <eval> of <model> below|above <share>", "own eval tickets of kimi-k2.6 below 70%"],
  ["price | licence | openness | dates of <models> changes", "licence of kimi-* changes"],
  ["weights of <models> open", "weights of grok-* open"],
  ["<models> is deprecated", "a model I run is deprecated"],
  ["best open | closed model reaches <value> points", "best open model reaches 160 points"],
  ["new open | closed record", "new open record"],
  ["new [open|closed] model [from <lab>]", "new open model from deepseek"],
  ["new event at <lab>", "new event at mistral"],
  ["new law in <place>", "new law in EU"],
  ["bet <id> settles", "bet q1 settles"],
];

const FORMS = "`lagline watch forms` lists what can be asked";

/** @throws InputError naming the column, what stands there and what was expected */
export function parseCondition(text: string, known: KnownNames): Condition {
  const words = wordCursor(text);
  const first = words.peek();
  if (!first) throw wrong("missing", {text: "", column: 1}, `a condition was expected, ${FORMS}`);
  const condition = formOf(words, known);
  words.end();
  return condition;
}

function formOf(words: WordCursor, known: KnownNames): Condition {
  if (words.accept("new")) return newThing(words, known);
  if (words.accept("runway")) {
    words.expect("of");
    const lab = labNamed(words.next("a lab"), known);
    return comparison(words, {text: `money.${lab.text}.runway`, column: lab.column}, known);
  }
  if (words.accept("price")) return words.accept("per") ? taskPrice(words, known) : price(words, known);
  if (words.accept("own")) return ownEval(words, known);
  if (words.accept("best")) {
    const side = words.expect("open", "closed").text.toLowerCase() as "open" | "closed";
    words.expect("model");
    words.expect("reaches");
    const points = plainNumber(words);
    words.accept("points");
    return {kind: "frontier", side, points};
  }
  const field = words.accept("licence", "license", "openness", "dates", "date");
  if (field) {
    words.expect("of");
    const models = modelsNamed(words, known);
    words.expect("changes", "change");
    const what = {
      licence: "licence",
      license: "licence",
      openness: "openness",
      dates: "dates",
      date: "dates",
    } as const;
    return {kind: "model-change", what: what[field.text.toLowerCase() as keyof typeof what], models};
  }
  if (words.accept("weights")) {
    words.expect("of");
    const models = modelsNamed(words, known);
    words.expect("open", "opens");
    return {kind: "weights-open", models};
  }
  if (words.accept("a", "any")) {
    words.expect("model");
    words.expect("i");
    words.expect("run");
    return deprecated(words, "mine");
  }
  if (words.accept("bet")) {
    const id = words.next("the id of a bet");
    if (!known.bets.includes(id.text)) throw unknown(id, "bet", known.bets, "`lagline bets` lists them");
    words.expect("settles");
    return {kind: "bet", id: id.text};
  }
  return aboutNumberOrModel(words, known);
}

function aboutNumberOrModel(words: WordCursor, known: KnownNames): Condition {
  const subject = words.next("a condition");
  if (words.accept("is")) {
    words.expect("deprecated", "retired");
    return {kind: "deprecated", models: pattern(subject, known)};
  }
  if (words.accept("moves")) {
    words.expect("by");
    const id = numberNamed(subject, known);
    const unit = known.numbers.get(id)!;
    const by = value(words, unit);
    if (!(by > 0)) throw wrong("invalid", subject, "a move of more than zero was expected");
    return {kind: "moves", id, by, unit};
  }
  return comparison(words, subject, known);
}

const COMPARISONS = {
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  below: "<",
  under: "<",
  above: ">",
  over: ">",
} as const;
const comparisonWords = Object.keys(COMPARISONS);

function comparison(words: WordCursor, subject: Word, known: KnownNames): Condition {
  const id = numberNamed(subject, known);
  const unit = known.numbers.get(id)!;
  const sign = words.expect(...comparisonWords).text.toLowerCase() as keyof typeof COMPARISONS;
  return {kind: "number", id, compare: COMPARISONS[sign], value: value(words, unit), unit};
}

/** `lag.coding` stands for `lag.domain.coding`. */
function numberNamed(word: Word, {numbers}: KnownNames): string {
  const id = [word.text, word.text.replace(/^(lag|gap)\.(?!domain\.|access\.|group\.)/, "$1.domain.")].find(
    (one) => numbers.has(one),
  );
  if (id !== undefined) return id;
  const short = [...numbers.keys()].map((name) => name.replace(/^(lag|gap)\.domain\./, "$1."));
  throw unknown(word, "number", [...short, ...numbers.keys()], `\`lagline explain\` lists numbers, ${FORMS}`);
}

/** A number and, when given, its unit; a share may be given in percent. */
function value(words: WordCursor, unit: string): number {
  const word = words.next("a number");
  const [, digits, percent] = /^[$]?([+-]?\d{1,12}(?:\.\d{1,9})?)(%?)$/.exec(word.text) ?? [];
  if (digits === undefined) throw wrong("invalid", word, "a number was expected");
  const isShare = ["share", "probability", "per month", "per year"].includes(unit);
  if (percent === "%" && !isShare)
    throw wrong("invalid", word, `a number of ${unit} was expected, not a percentage`);
  if (words.peek()) unitNamed(words, unit);
  return Number(digits) / (percent === "%" ? 100 : 1);
}

function unitNamed(words: WordCursor, unit: string): void {
  const parts: Word[] = [];
  for (let word = words.peek(); word; word = words.peek()) parts.push(words.next("a unit"));
  const given = parts.map(({text}) => text.toLowerCase()).join(" ");
  const plain = (text: string) => text.toLowerCase().replace(/s\b/g, "");
  if (plain(given) !== plain(unit)) {
    throw wrong(
      "invalid",
      {text: given, column: parts[0]!.column},
      unit === "" ? "no unit was expected" : `${unit} was expected, the unit of that number`,
    );
  }
}

function price(words: WordCursor, known: KnownNames): Condition {
  words.expect("of");
  const side = words.accept("open", "closed")?.text.toLowerCase() as "open" | "closed" | undefined;
  const models = modelsNamed(words, known);
  if (side === undefined && words.accept("changes", "change"))
    return {kind: "model-change", what: "price", models};
  let ability: number | null = null;
  if (words.accept("with")) {
    words.expect("ability");
    words.expect(">=", ">", "above");
    ability = plainNumber(words);
  }
  const {compare, usd} = priceLevel(words);
  if (words.accept("per")) words.expect("mtok", "million");
  words.accept("tokens");
  return {kind: "price", models, ability, openness: side ?? null, compare, usd};
}

function priceLevel(words: WordCursor): {compare: "<" | "<=" | ">" | ">="; usd: number} {
  const sign = words.expect(...comparisonWords).text.toLowerCase() as keyof typeof COMPARISONS;
  const word = words.peek();
  const usd = plainNumber(words);
  if (!(usd > 0)) throw wrong("invalid", word!, "a price above zero was expected");
  words.accept("usd", "dollars");
  return {compare: COMPARISONS[sign], usd};
}

function taskPrice(words: WordCursor, known: KnownNames): Condition {
  words.expect("task");
  words.expect("of");
  const models = modelsNamed(words, known);
  let asAbleAs: string | null = null;
  if (words.accept("as")) {
    words.expect("able");
    words.expect("as");
    asAbleAs = modelNamed(words.next("a model"), known);
  }
  words.expect("at");
  const word = words.next("tokens of input/output");
  const [input, output, cached = 0] = /^\d{1,9}(?:\/\d{1,9}){1,2}$/.test(word.text)
    ? word.text.split("/").map(Number)
    : [];
  if (input === undefined || output === undefined || cached > input)
    throw wrong("invalid", word, "tokens per request as input/output or input/output/cached were expected");
  words.accept("tokens");
  const requestsPerTask = words.accept("x", "times") ? plainNumber(words) : 1;
  const isBatch = words.accept("in") !== undefined;
  if (isBatch) words.expect("batches");
  const {compare, usd} = priceLevel(words);
  words.accept("a", "per");
  words.accept("task");
  const load = {
    tokens: {input, output, cached},
    requestsPerTask,
    latency: isBatch ? ("batch" as const) : ("interactive" as const),
  };
  return {kind: "task-price", models, asAbleAs, load, compare, usd, within: null};
}

function ownEval(words: WordCursor, known: KnownNames): Condition {
  words.expect("eval");
  const name = words.next("the name of an imported eval");
  if (!known.evals.includes(name.text))
    throw unknown(name, "own eval", known.evals, "`lagline evals` lists those imported");
  words.expect("of");
  const model = modelNamed(words.next("a model"), known);
  const compare =
    COMPARISONS[words.expect(...comparisonWords).text.toLowerCase() as keyof typeof COMPARISONS];
  const word = words.peek();
  const share = value(words, "share");
  if (!(share >= 0 && share <= 1))
    throw wrong("invalid", word!, "a share from 0 to 1, or a percentage, was expected");
  return {kind: "own-eval", eval: name.text, model, compare, share};
}

/** A number without a unit behind it. */
function plainNumber(words: WordCursor): number {
  const word = words.next("a number");
  const [, digits] = /^[$]?(\d{1,9}(?:\.\d{1,9})?)$/.exec(word.text) ?? [];
  if (digits === undefined) throw wrong("invalid", word, "a number was expected");
  return Number(digits);
}

function newThing(words: WordCursor, known: KnownNames): Condition {
  if (words.accept("event")) {
    words.expect("at");
    return {kind: "supplier-event", lab: labNamed(words.next("a lab"), known).text};
  }
  if (words.accept("law")) {
    words.expect("in");
    const place = words.next("a place");
    const found = known.places.find((one) => one.toLowerCase() === place.text.toLowerCase());
    if (found === undefined) throw unknown(place, "place", known.places, "`lagline law` lists them");
    return {kind: "law", place: found};
  }
  const side = words.accept("open", "closed")?.text.toLowerCase() as "open" | "closed" | undefined;
  if (side !== undefined && words.accept("record")) return {kind: "record", side};
  words.expect(...(side === undefined ? ["open", "closed", "model", "event", "law"] : ["record", "model"]));
  const lab = words.accept("from") ? labNamed(words.next("a lab"), known).text : null;
  return {kind: "new-model", openness: side ?? null, lab};
}

function deprecated(words: WordCursor, models: "mine"): Condition {
  words.expect("is");
  words.expect("deprecated", "retired");
  return {kind: "deprecated", models};
}

function modelsNamed(words: WordCursor, known: KnownNames): string {
  if (words.accept("anything", "everything")) return "*";
  return pattern(words.next("a model"), known);
}

/** A pattern may wait for models to come; a plain id must exist. */
function pattern(word: Word, {models}: KnownNames): string {
  const id = word.text.toLowerCase();
  if (id.includes("*") || models.includes(id)) return id;
  throw unknown(word, "model", models, `an id or a pattern such as kimi-* was expected, ${FORMS}`);
}

function modelNamed(word: Word, {models}: KnownNames): string {
  const id = word.text.toLowerCase();
  if (models.includes(id)) return id;
  throw unknown(word, "model", models, "`lagline models` lists them");
}

function labNamed(word: Word, {labs}: KnownNames): Word {
  const id = word.text.toLowerCase();
  if (labs.includes(id)) return {text: id, column: word.column};
  throw unknown(word, "lab", labs, "`lagline labs` lists them");
}

function unknown(word: Word, what: string, names: readonly string[], otherwise: string) {
  const closest = closestName(word.text, names);
  return wrong(
    "unknown",
    word,
    closest === undefined ? `no ${what} has this name; ${otherwise}` : `did you mean ${closest}?`,
  );
}
