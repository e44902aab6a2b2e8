/**
 * How hard a model was let think, read from the setting a source names.
 *
 * Sources write the same thing in many ways (`high`, `high-effort`, `32k thinking`, `xhigh`). What is kept is an
 * ordered level; names that say nothing about effort (a size, a date, `unknown`, nothing) are "unstated", which is
 * a level of its own and not the lowest. So is `none`: some sources write it for no thinking, others for no label.
 */

export type EffortLevel = "none" | "low" | "medium" | "high" | "max" | "unstated";

/** From least to most. "max" is the reference: an index of what a model can do is quoted at full effort. */
export const EFFORT_LEVELS: readonly EffortLevel[] = ["none", "low", "medium", "high", "max", "unstated"];

/**
 * Token budgets that count as each level. The borders follow the vendors' own mapping of effort to budget, where
 * low is about 1-4 thousand tokens, medium up to 16, high up to 32.
 */
const BUDGET_LEVELS: readonly (readonly [upTo: number, level: EffortLevel])[] = [
  [4, "low"],
  [16, "medium"],
  [32, "high"],
  [Number.POSITIVE_INFINITY, "max"],
];

const NAMED: readonly (readonly [pattern: RegExp, level: EffortLevel])[] = [
  [/\b(non-?reasoning|non-?thinking|no[- ]?thinking|minimal|instant)\b/, "none"],
  [/\b(x-?high|max)\b/, "max"],
  [/\blow\b/, "low"],
  [/\bmedium\b/, "medium"],
  [/\b(high|highthinking)\b/, "high"],
];

/**
 * The effort level that a setting names.
 *
 * @param setting - as the source wrote it; several parts are separated by ";"
 */
export function effortLevel(setting: string): EffortLevel {
  const text = setting.toLowerCase();
  for (const [pattern, level] of NAMED) if (pattern.test(text)) return level;
  const budget = /\b(\d+)k\b/.exec(text);
  if (budget) return BUDGET_LEVELS.find(([upTo]) => Number(budget[1]) <= upTo)![1];
  return /\b(thinking|reasoning|reasoner|think)\b/.test(text) ? "high" : "unstated";
}
