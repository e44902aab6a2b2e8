/** Why a workload's limits forbid an option; the first limit that does is named. */
import {hostRegions} from "./hosts.ts";
import {hostOf, type Option} from "./option.ts";
import type {Workload} from "../portfolio/portfolio.ts";

/** @returns the limit in words, or undefined when the option may be used */
export function ruledOut(
  option: Option,
  {limits, latency}: Pick<Workload, "limits" | "latency">,
): string | undefined {
  const isApi = option.hosting === "api";
  if (limits.onPremises && isApi) return "on_premises: it runs at a host";
  const licence = option.openness === "closed" ? "closed" : option.licenceClass;
  if (licence === "unknown" || licence === "proprietary") {
    if (limits.licences.length < 4) return "licences: the licence class is not known";
  } else if (!limits.licences.includes(licence)) return `licences: it is ${licence}`;
  if (option.origin !== "unknown" && limits.excludedOrigins.includes(option.origin)) {
    return `exclude_origins: its lab is from ${option.origin}`;
  }
  if (option.origin === "unknown" && limits.excludedOrigins.length > 0)
    return "exclude_origins: its origin is not known";
  if (
    isApi &&
    option.seller === "own-lab" &&
    option.origin !== "unknown" &&
    limits.originsNotAtHome.includes(option.origin)
  ) {
    return `no_service_from: it is the service of a lab from ${option.origin}`;
  }
  if (isApi && limits.dataResidency !== "any") {
    const regions = hostRegions.value[hostOf(option.provider)] ?? [];
    if (!regions.includes(limits.dataResidency))
      return `data_residency: ${hostOf(option.provider)} is not known to process in the ${limits.dataResidency}`;
  }
  if (isApi && option.tier === "flex" && latency === "interactive")
    return "latency: a flexible tier may take minutes";
  const excluded = new Set(limits.excluded.map((word) => word.toLowerCase()));
  const names = [option.model, option.lab, option.provider, hostOf(option.provider)].map((name) =>
    name.toLowerCase(),
  );
  const named = names.find((name) => excluded.has(name));
  return named === undefined ? undefined : `exclude: ${named}`;
}
