/** Every kind of usage log, in the order in which a file is tried: the plain table last, because its names are anybody's. */
import type {UsageFormat} from "../usage-format.ts";
import {helicone} from "./helicone.ts";
import {langfuse} from "./langfuse.ts";
import {litellm} from "./litellm.ts";
import {openrouter} from "./openrouter.ts";
import {otel} from "./otel.ts";
import {plain} from "./plain.ts";

export const usageFormats: readonly UsageFormat[] = [otel, litellm, langfuse, helicone, openrouter, plain];
