/** Where a model comes from: the seat of its lab, not where it is hosted or served. */
import type {Model} from "./catalog.ts";

export type Origin = "US" | "China" | "other" | "unknown";

/** Hong Kong and Macau count as China: the question behind origin is whose law reaches the lab. */
const CHINA = new Set(["CN", "HK", "MO"]);

export function origin({country}: Pick<Model, "country">): Origin {
  if (country === "") return "unknown";
  if (country === "US") return "US";
  return CHINA.has(country) ? "China" : "other";
}
