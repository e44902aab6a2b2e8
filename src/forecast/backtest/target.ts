/** What is forecast and scored at a horizon: the metrics of a future, and the wait until open's next record. */
import {type Metric, METRICS} from "../future-metrics.ts";

export type Target = Metric | "open-wait";
export const TARGETS: readonly Target[] = [...METRICS, "open-wait"];

/** Targets in points: their draws are moved from the origin's scale to today's before they are scored. */
export const inPoints = (target: Target): "level" | "difference" | undefined =>
  target === "closed" || target === "open" ? "level" : target === "gap" ? "difference" : undefined;
