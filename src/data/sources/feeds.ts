/** Every feed, in order of precedence: where two bring the price of one model at one provider on one day, the first holds. */
import {artificialAnalysis} from "./artificial-analysis.ts";
import {epochHub} from "./epoch-hub.ts";
import {epochIndex} from "./epoch-index.ts";
import type {Feed} from "./feed.ts";
import {genaiPrices} from "./genai-prices.ts";
import {huggingFace} from "./hugging-face.ts";
import {livebench} from "./livebench.ts";
import {lmarena} from "./lmarena.ts";
import {modelsDev} from "./models-dev.ts";
import {openrouter} from "./openrouter.ts";

export const feeds: readonly Feed[] = [
  epochHub,
  epochIndex,
  lmarena,
  livebench,
  openrouter,
  modelsDev,
  genaiPrices,
  huggingFace,
  artificialAnalysis,
];
