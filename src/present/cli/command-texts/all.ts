/** Every command in the order of `--help`: the gap, what moves it, how to look behind a number. */
import type {CommandText} from "../command-text.ts";
import {adviceTexts} from "./advice.ts";
import {betTexts} from "./bets.ts";
import {forecastTexts} from "./forecast.ts";
import {forceTexts} from "./forces.ts";
import {measureTexts} from "./measure.ts";
import {ownTexts} from "./own.ts";
import {showTexts} from "./show.ts";
import {surfaceTexts} from "./surfaces.ts";
import {syncTexts} from "./sync.ts";
import {whatIfTexts} from "./whatif.ts";
import {vintageTexts} from "./vintages.ts";
import {watchTexts} from "./watch.ts";

export const commandTexts: readonly CommandText[] = [
  ...measureTexts,
  ...forceTexts,
  ...ownTexts,
  ...betTexts,
  ...forecastTexts,
  ...whatIfTexts,
  ...showTexts,
  ...surfaceTexts,
  ...syncTexts,
  ...vintageTexts,
  ...watchTexts,
  ...adviceTexts,
];
