/**
 * The effort or thinking mode that boards write into a model's name, taken off from behind.
 *
 * `gpt-5.5_xhigh`, `claude-opus-4-5-20251101-thinking-64k-high-effort`: each step takes one known ending, so the whole name
 * is tried first and the barest last. The endings are a closed list: what is not on it stays part of the name.
 */
import type {Reading} from "./model-names.ts";

const ENDINGS = [
  "no-thinking|nothinking|non-reasoning|reasoning|base",
  "thinking(?:-(?:auto|minimal|\\d+k))?|highthinking",
  "(?:minimal|low|medium|high|xhigh|max|none)(?:-effort)?",
  "(?:promptcaching)|(?:unknown)",
  "\\d+k(?: thinking)?",
];
const ENDING = new RegExp(`^(.+?)[-_](${ENDINGS.join("|")})$`, "i");
const BRACKETS = /^(.+?)\s*\((\d+K thinking|[a-z]+)\)$/i;

/** The name as a whole, then with one ending after another read as its setting. */
export function settingReadings(name: string): Reading[] {
  const readings: Reading[] = [{name, setting: ""}];
  const settings: string[] = [];
  let rest = name;
  for (let i = 0; i < 3; i++) {
    const match = BRACKETS.exec(rest) ?? ENDING.exec(rest);
    if (!match) break;
    rest = match[1];
    settings.push(match[2].toLowerCase());
    readings.push({name: rest, setting: settings.join(";")});
  }
  return readings;
}
