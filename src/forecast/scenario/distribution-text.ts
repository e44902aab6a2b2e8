/**
 * Distributions the way people write them.
 *
 *   5   20%   1.5B             a point; %, k, M, B and T scale it
 *   3 to 9                     the middle 90%: lognormal above zero, else normal
 *   normal(5, 2)               mean, standard deviation
 *   lognormal(1.6, 0.4)        of the logarithm
 *   uniform(2, 8)
 *   mixture(1 to 2, 5, [0.7, 0.3])      parts, then their weights; without weights all alike
 *
 * The words and what they mean are Squiggle's, so that a line can be taken there and back; but "to" below zero, which
 * Squiggle refuses, is the normal distribution here.
 */
import {InputError} from "../../errors.ts";
import {between, type Distribution, mixture, normal, point, uniform} from "../../numeric/distribution.ts";

const SUFFIX: Readonly<Record<string, number>> = {"%": 0.01, k: 1e3, K: 1e3, M: 1e6, B: 1e9, T: 1e12};
const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)([%kKMBT])?(?![\w.])|([A-Za-z]+)|([-(),[\]]))/y;
/** Deeper nesting than any person writes. */
const DEEPEST = 20;

interface Token {
  /** Column from 1. */
  readonly at: number;
  readonly number?: number;
  readonly word?: string;
  readonly sign?: string;
}

/**
 * @throws InputError that names the column where the text stops making sense
 */
export function distributionOf(text: string): Distribution {
  const tokens = tokensOf(text);
  let next = 0;
  const fail = (expected: string, at = tokens[next]?.at ?? text.length + 1): never => {
    throw new InputError("invalid", `distribution: ${text}; ${expected} was expected at column ${at}`);
  };
  const takes = (sign: string): boolean => tokens[next]?.sign === sign && next++ >= 0;
  const expect = (sign: string): void => {
    if (!takes(sign)) fail(`"${sign}"`);
  };

  function whole(depth: number): Distribution {
    if (depth > DEEPEST) fail("less nesting");
    const from = tokens[next]?.at;
    const low = part(depth);
    if (tokens[next]?.word !== "to") return low;
    next++;
    const high = part(depth);
    if (low.kind !== "point" || high.kind !== "point") return fail('a number on both sides of "to"', from);
    if (!(low.value < high.value)) fail("a second number above the first", from);
    return between(low.value, high.value);
  }

  function part(depth: number): Distribution {
    const token = tokens[next];
    if (takes("-")) {
      const {number} = tokens[next] ?? {};
      if (number === undefined) return fail("a number");
      next++;
      return point(-number);
    }
    if (token?.number !== undefined) {
      next++;
      return point(token.number);
    }
    if (takes("(")) {
      const inside = whole(depth + 1);
      expect(")");
      return inside;
    }
    if (token?.word === undefined) return fail("a number or a distribution");
    next++;
    expect("(");
    return called(token.word, token.at, depth);
  }

  function called(name: string, at: number, depth: number): Distribution {
    if (name === "mixture" || name === "mx") return mixed(depth);
    const values = [numberIn(depth)];
    while (takes(",")) values.push(numberIn(depth));
    expect(")");
    const [a, b] = values;
    if (!["normal", "lognormal", "uniform"].includes(name))
      fail("normal, lognormal, uniform, mixture or a number", at);
    if (values.length !== 2) fail(`two numbers in ${name}()`, at);
    if (name === "uniform") return a < b ? uniform(a, b) : fail("a second number above the first", at);
    if (!(b > 0)) fail("a second number above zero", at);
    return name === "normal" ? normal(a, b) : {kind: "lognormal", logMean: a, logSd: b};
  }

  function numberIn(depth: number): number {
    const at = tokens[next]?.at;
    const value = whole(depth + 1);
    return value.kind === "point" ? value.value : fail("a number", at);
  }

  function mixed(depth: number): Distribution {
    const at = tokens[next]?.at;
    const parts: Distribution[] = [];
    let weights: number[] | undefined;
    do {
      if (takes("[")) {
        weights = [numberIn(depth)];
        while (takes(",")) weights.push(numberIn(depth));
        expect("]");
        break;
      }
      parts.push(whole(depth + 1));
    } while (takes(","));
    expect(")");
    if (parts.length === 0) fail("a part of the mixture", at);
    if (weights && weights.length !== parts.length) fail(`${parts.length} weights`, at);
    if (weights?.some((weight) => !(weight > 0))) fail("weights above zero", at);
    return mixture(parts, weights ?? parts.map(() => 1));
  }

  const answer = whole(0);
  if (next < tokens.length) fail("the end");
  return answer;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) {
      const column = at + 1 + (text.slice(at).length - text.slice(at).trimStart().length);
      throw new InputError(
        "invalid",
        `distribution: ${text}; a number or a distribution was expected at column ${column}`,
      );
    }
    const [all, digits, suffix, word, sign] = match;
    const start = at + all.length - all.trimStart().length + 1;
    at = TOKEN.lastIndex;
    if (digits !== undefined) tokens.push({at: start, number: scaled(Number(digits), suffix)});
    else tokens.push({at: start, ...(word === undefined ? {sign} : {word})});
  }
  return tokens;
}

/** 20% is 20 / 100, not 20 × 0.01, which would not be 0.2. */
const scaled = (value: number, suffix: string | undefined): number =>
  suffix === undefined ? value : suffix === "%" ? value / 100 : value * SUFFIX[suffix];
