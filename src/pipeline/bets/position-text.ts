/** A position as a person types it: `0.3`, `30%`, `5%:4.2,50%:6.5,95%:9`, or days in place of numbers. */
import type {Position} from "../../bets/entry.ts";
import type {Question} from "../../bets/entry.ts";
import {parseDay} from "../../dates.ts";
import {InputError} from "../../errors.ts";

/** @throws InputError with what was expected for this question */
export function standOf(text: string, {id, type}: Pick<Question, "id" | "type">): Position["stand"] {
  if (type === "binary") {
    const probability = shareOf(text);
    if (probability !== undefined) return {probability};
    throw new InputError(
      "invalid",
      `probability: ${JSON.stringify(text)}; a number from 0 to 1 or a percentage, such as 0.3 or 30%, was expected for ${id}`,
    );
  }
  const parts = text.split(",").map((part) => part.trim().split(/[:=]/));
  const pairs = parts.map(
    ([level = "", value = ""]) => [shareOf(level), valueOf(value.trim(), type)] as const,
  );
  if (
    parts.length >= 3 &&
    parts.every((part) => part.length === 2) &&
    pairs.every(([level, value]) => level !== undefined && level > 0 && level < 1 && value !== undefined)
  ) {
    return {quantiles: Object.fromEntries(pairs.map(([level, value]) => [String(level), value!]))};
  }
  const example = type === "date" ? "10%:2027-01-15,50%:2027-04-01,90%:2027-10-01" : "5%:4.2,50%:6.5,95%:9";
  throw new InputError(
    "invalid",
    `distribution: ${JSON.stringify(text)}; three or more quantiles such as ${example} were expected for ${id}`,
  );
}

function shareOf(text: string): number | undefined {
  const match = /^\s*(\d{1,3}(?:\.\d{1,12})?|\.\d{1,12})\s*(%?)\s*$/.exec(text);
  if (!match) return undefined;
  const value = Number(match[1]) / (match[2] === "%" ? 100 : 1);
  return value <= 1 ? value : undefined;
}

function valueOf(text: string, type: "numeric" | "date"): number | string | undefined {
  if (type === "date") return parseDay(text) === undefined ? undefined : text;
  return /^-?\d{1,12}(\.\d{1,9})?$/.test(text) ? Number(text) : undefined;
}
