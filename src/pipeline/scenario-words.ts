/** A scenario's changes and their effect in sentences. */
import {isoDay} from "../dates.ts";
import type {ScenarioChange} from "../forecast/scenario/change-fields.ts";
import type {ScenarioTarget} from "../whatif-report.ts";

/** One change as people would say it. */
export function changeText(change: ScenarioChange): string {
  const from = `from ${isoDay(change.from)}`;
  switch (change.change) {
    case "funding":
      return `money of ${change.of.replaceAll("-", " ")} changes by ${change.by.written} ${from}`;
    case "copying":
      return `copying through APIs is cut by ${change.cut.written} ${from}`;
    case "hold-back":
      return `closed labs hold what can be called back by ${change.months.written} months ${from}`;
    case "withdrawal":
      return `nothing newer than on the day can be called through an API ${from}`;
    case "ban":
      return `the public of the United States may not use Chinese weights ${from}`;
    case "threshold":
      return `labs of ${change.jurisdiction} may not open ${change.above ? `models above ${change.above.written}` : "flagships"} ${from}`;
    case "release":
      return `${change.lab} opens a flagship ${change.behind.written} points behind the best closed model on ${isoDay(change.from)}`;
    case "new-lab":
      return `a new open lab spends ${change.spends.written} USD a year ${from}`;
    case "price":
      return `${change.side} prices are multiplied by ${change.times.written} ${from}`;
    case "learning":
      return `learning from use is multiplied by ${change.times.written} ${from}`;
  }
}

/** The mean change of the lag and of what moves most, after a year and two. */
export function effectSentence(targets: readonly ScenarioTarget[]): string {
  const at = (id: string, months: number) =>
    targets.find((target) => target.id === id)!.horizons.find((one) => one.months === months)!.change;
  const lag = (months: number) => `${signed(at("lag", months).value)} after ${months}`;
  const us = at("lag-us", 24).value ?? 0;
  const open = at("open", 24);
  const own = `Lag of open: ${lag(12)} months, ${lag(24)}, ${lag(36)}; best open ability after 24 months ${signed(open.value)} points (90% interval ${signed(open.low)} to ${signed(open.high)})`;
  const differs = Math.abs(us - (at("lag", 24).value ?? 0)) >= 1;
  const heldOut = at("held-out-ratio", 24).value ?? 0;
  return `${own}${differs ? `; for users in the United States the lag changes by ${signed(us)} months after 24` : ""}${Math.abs(heldOut) >= 0.005 ? `; the lag on held-out tests over that on public ones by ${heldOut < 0 ? "−" : "+"}${Math.abs(heldOut).toFixed(2)} after 24` : ""}.`;
}

const signed = (value: number | null): string =>
  value === null
    ? "unknown"
    : Math.abs(value) < 0.05
      ? "0.0"
      : `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
