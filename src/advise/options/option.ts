/** Something that can be run: weights at a precision on a host, at a price or on machines of one's own. */
import type {LicenceClass} from "../../data/catalog.ts";
import type {Origin} from "../../data/origin.ts";
import type {Quote} from "../../forces/prices/quotes.ts";
import type {Tier} from "../../forces/prices/tier.ts";
import type {Machine} from "../cost/machines.ts";
import type {AnnouncedPrice} from "./announced-prices.ts";

/** Bits per weight; undefined where the host does not say. */
export type Precision = 16 | 8 | 4;

interface AnyOption {
  /** Stable: `kimi-k3@deepinfra`, `qwen3.8-27b@self-hosted-8bit`. */
  readonly id: string;
  readonly model: string;
  readonly name: string;
  readonly lab: string;
  readonly origin: Origin;
  readonly openness: "open" | "closed";
  readonly licenceClass: LicenceClass | "proprietary";
}

export interface ApiOption extends AnyOption {
  readonly hosting: "api";
  readonly provider: string;
  readonly seller: Quote["seller"];
  readonly tier: Tier;
  readonly quote: Quote;
  /** The price that takes its place, where its host has said so. */
  readonly announced?: AnnouncedPrice;
}

export interface SelfHostOption extends AnyOption {
  readonly hosting: "self-hosted";
  readonly provider: "self-hosted";
  readonly seller: "third-party";
  readonly precision: Precision;
  readonly machine: Machine;
  /** GPUs that one copy of the model runs on. */
  readonly gpus: number;
  readonly paramsB: number;
  readonly activeParamsB: number;
}

export type Option = ApiOption | SelfHostOption;

/** Who has to go on for the option to go on: the host of a service, nobody else for weights on one's own machines. */
export const supplierOf = (option: Option): string =>
  option.hosting === "self-hosted" ? "own machines" : hostOf(option.provider);

/** The host behind a router, in small letters: `openrouter:Novita` is `novita`. */
export const hostOf = (provider: string): string => provider.slice(provider.indexOf(":") + 1).toLowerCase();

/**
 * Kind of continuity: a closed model ends with its lab's service; open weights at a host can move to another host;
 * weights on own machines run on whatever becomes of anybody.
 */
export const continuityOf = (option: Option): "one supplier" | "many hosts" | "own machines" =>
  option.hosting === "self-hosted"
    ? "own machines"
    : option.openness === "open"
      ? "many hosts"
      : "one supplier";
