/**
 * The published rules as METHOD.md states them, by number, so that a number can show the rule it follows.
 *
 * A rule is a heading `### R12. Title` with the text up to the next heading of any level.
 */
import {readFileSync} from "node:fs";
import {InputError} from "./errors.ts";

export interface MethodRule {
  readonly rule: string;
  readonly title: string;
  /** Markdown paragraphs, apart by empty lines. */
  readonly text: string;
}

const HEADING = /^#{1,6}\s/;
const RULE = /^###\s+(R\d+[a-z]?)\.\s+(.+?)\s*$/;
const FENCE = /^\s*(```|~~~)/;

/**
 * Every rule of a method text, in its order.
 *
 * @param file - named in error messages
 * @throws InputError when a number stands for two rules
 */
export function methodRules(markdown: string, file = "METHOD.md"): MethodRule[] {
  const rules: {rule: string; title: string; lines: string[]}[] = [];
  let current: {rule: string; title: string; lines: string[]} | undefined;
  let isCode = false;
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    if (FENCE.test(line)) isCode = !isCode;
    const match = isCode ? null : RULE.exec(line);
    if (match) {
      const [rule, title] = [match[1]!, match[2]!];
      if (rules.some((known) => known.rule === rule)) {
        throw new InputError("duplicate", `rule: ${rule}; each number may stand for one rule`, {
          file,
          row: index + 1,
        });
      }
      current = {rule, title, lines: []};
      rules.push(current);
    } else if (!isCode && HEADING.test(line)) {
      current = undefined;
    } else {
      current?.lines.push(line);
    }
  }
  return rules.map(({rule, title, lines}) => ({rule, title, text: lines.join("\n").trim()}));
}

let published: ReadonlyMap<string, MethodRule> | undefined;

/** Every rule of the METHOD.md that ships with lagline, in its order. */
export function publishedRules(): MethodRule[] {
  const file = new URL("../METHOD.md", import.meta.url);
  published ??= new Map(methodRules(readFileSync(file, "utf8")).map((known) => [known.rule, known]));
  return [...published.values()];
}

/**
 * The rule with this number in the METHOD.md that ships with lagline.
 *
 * @throws InputError when METHOD.md has no such rule
 */
export function methodRule(rule: string): MethodRule {
  const rules = publishedRules();
  const found = rules.find((known) => known.rule === rule);
  if (found) return found;
  throw new InputError(
    "unknown",
    `rule: ${rule}; METHOD.md has ${rules.map((known) => known.rule).join(", ") || "none"}`,
  );
}
