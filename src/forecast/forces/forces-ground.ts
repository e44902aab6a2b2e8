/**
 * What the forces forecast starts from on a day, as plain data: money, cadence and conduct of the labs that open weights,
 * what pays for the closed ones, prices, law. Where the facts of that day are silent, a field is null and the prior speaks.
 */
import type {Distribution} from "../../numeric/distribution.ts";
import type {Ground} from "../ground.ts";

/** Draws are taken in turn: path i reads entry i modulo the length. */
export type Draws = readonly number[];

/** Money of a lab that lives on its own, draw by draw. */
export interface LabCash {
  /** USD on the day. */
  readonly cash: Draws;
  /** USD a year beyond what it earns; 0 where it pays its way. */
  readonly burn: Draws;
  /** Log growth of burn a year. */
  readonly growth: Draws;
  /** Rounds a year. */
  readonly raising: Draws;
  /** Log of a round's USD: centre in the draw, and spread around it. */
  readonly roundLogMean: Draws;
  readonly roundLogSd: number;
}

export interface OpenLab {
  readonly id: string;
  readonly name: string;
  /** ISO 3166 alpha-2, "" when unknown. */
  readonly country: string;
  /** Null where a parent pays, or nobody knows who does. */
  readonly money: LabCash | null;
  /** USD a year; null when unknown. */
  readonly revenue: Draws | null;
  /** Open flagships a year while active, times the chance of still being active (R37). */
  readonly cadence: number;
  /** Licence tightenings a year (R36). */
  readonly tightening: Draws;
}

/** What is known of the forces on the ground's day. */
export interface KnownForces {
  /** Labs that may matter among those that open weights, in order of id; the last one stands for all others. */
  readonly labs: readonly OpenLab[];
  /** Open records of each lab within the window [worlds][labs]. */
  readonly labRecords: readonly (readonly number[])[];
  /** Points by which the best open model from outside China is behind the best open one [worlds]. */
  readonly elsewhereBehind: readonly number[];
  /** Flagships of labs that open weights, since events are collected: kept closed, and opened. */
  readonly flagships: {readonly withheld: number; readonly opened: number};
  readonly closedMoney: {
    /** Log growth of revenue a year. */
    readonly revenueGrowth: Draws | null;
    readonly revenueShareOfSpend: Draws | null;
  };
  /** Points per doubling of money (R35). */
  readonly spendPoints: Draws | null;
  /** USD per Mtok of each of the method's levels; null where no priced model reaches it. */
  readonly prices: readonly (Draws | null)[];
  /** Years in which a ban or threshold could have been seen, and was not. */
  readonly lawYears: number;
  readonly heldOutRatio: Distribution | null;
  /** Open share of router tokens. */
  readonly openShare: number | null;
}

/** The ground with the forces in it. */
export interface ForcesGround extends Ground, KnownForces {}

/** Everybody else who may set an open record. */
export const OTHERS: OpenLab = {
  id: "others",
  name: "all others",
  country: "",
  money: null,
  revenue: null,
  cadence: 0,
  tightening: [0],
};

/** A ground with what is known of the forces; where nothing is, every prior speaks. */
export function forcesGround(ground: Ground): ForcesGround {
  const nothing: KnownForces = {
    labs: [OTHERS],
    labRecords: ground.worlds.map(() => [0]),
    elsewhereBehind: ground.worlds.map(() => 0),
    flagships: {withheld: 0, opened: 0},
    closedMoney: {revenueGrowth: null, revenueShareOfSpend: null},
    spendPoints: null,
    prices: [],
    lawYears: 0,
    heldOutRatio: null,
    openShare: null,
  };
  return {...ground, ...(ground.forces ?? nothing)};
}
