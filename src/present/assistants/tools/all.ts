/** Every tool an assistant may use, in the order they are listed. */
import type {AssistantTool} from "../assistant-tool.ts";
import {adviceTool} from "./advice-tool.ts";
import {betsTool} from "./bets-tool.ts";
import {explainTool} from "./explain-tool.ts";
import {forecastTool} from "./forecast-tool.ts";
import {gapTool} from "./gap-tool.ts";
import {labsTool} from "./labs-tool.ts";
import {modelsTool} from "./models-tool.ts";
import {oddsTool} from "./odds-tool.ts";
import {whatIfTool} from "./what-if-tool.ts";

export const assistantTools: readonly AssistantTool[] = [
  gapTool,
  modelsTool,
  labsTool,
  forecastTool,
  whatIfTool,
  oddsTool,
  betsTool,
  adviceTool,
  explainTool,
];
