/**
 * The few inks a screen is written with. Open and closed are an orange and a blue of middle lightness: apart for
 * every kind of colour vision and readable on dark and on light grounds. No meaning rests on colour alone.
 */
import {styleText} from "node:util";

export type Paint = (text: string) => string;

export interface Ink {
  readonly closed: Paint;
  readonly open: Paint;
  readonly strong: Paint;
  readonly quiet: Paint;
}

/** Entries of the 256-colour palette: #5f87d7 and #d78700. */
const CLOSED = 68;
const OPEN = 172;

export const plainInk: Ink = {closed: same, open: same, strong: same, quiet: same};

export const colourInk: Ink = {
  closed: palette(CLOSED),
  open: palette(OPEN),
  strong: styled("bold"),
  quiet: styled("dim"),
};

/**
 * Should output be coloured? An explicit flag wins, then FORCE_COLOR (0 and false mean no), then NO_COLOR, then
 * whether a terminal that is not dumb is there to read it.
 */
export function wantsColour({
  flag,
  env,
  isTerminal,
}: {
  flag: boolean | undefined;
  env: Readonly<Record<string, string | undefined>>;
  isTerminal: boolean;
}): boolean {
  if (flag !== undefined) return flag;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (env.NO_COLOR) return false;
  return isTerminal && env.TERM !== "dumb";
}

function same(text: string): string {
  return text;
}

function palette(entry: number): Paint {
  return (text) => (text === "" ? "" : `\u001b[38;5;${entry}m${text}\u001b[39m`);
}

function styled(style: "bold" | "dim"): Paint {
  return (text) => (text === "" ? "" : styleText(style, text, {validateStream: false}));
}
