/** What the robustness estimate returns. */
import type {Interval} from "../../numeric/quantile.ts";
import type {VarianceName} from "./difference-model.ts";
import type {Dropped} from "./evidence-table.ts";
import type {MatchedPairs} from "./matched-pairs.ts";
import type {Placebo} from "./placebo.ts";
import type {EvidenceClass} from "./robustness-input.ts";
import type {SeparateFits} from "./separate-fits.ts";

/** A number with its interval; `value` is the median of the draws. */
export interface Figure {
  readonly value: number;
  readonly interval: Interval;
}

/** Held-out is private and semi-private together, weighted by the number of families of tests. */
export type ReportedClass = EvidenceClass | "held-out";

export interface EvidenceCount {
  readonly nOpen: number;
  readonly nClosed: number;
  readonly nOpenLabs: number;
  readonly nFamilies: number;
  /** Cells: model x test x effort. */
  readonly nResults: number;
}

/** Lag of open models on a class beside their public lag, in the same worlds. */
export interface LagRatio {
  readonly kind: "estimate";
  /** Months. */
  readonly publicLag: Figure;
  /** Months. */
  readonly classLag: Figure;
  /** Class lag minus public lag, months. */
  readonly extraMonths: Figure;
  /** Class lag / public lag, over the worlds in which the public lag is long enough to divide by. */
  readonly ratio: Figure;
  /** Share of worlds left out of the ratio. */
  readonly leftOut: number;
}

export interface Insufficient {
  readonly kind: "insufficient";
  readonly reason: string;
}

export type ClassEstimate =
  | (EvidenceCount & {
      readonly kind: "estimate";
      readonly class: ReportedClass;
      /** What openness is worth on this class at equal public ability, index points; negative: open does worse. */
      readonly differencePoints: Figure;
      /** The same divided by the closed frontier's pace, months; negative: open is that much further behind. */
      readonly differenceMonths: Figure | Insufficient;
      /** Share of draws below zero. */
      readonly probabilityWorse: number;
      /** Change per year of release, points; positive: the newer the open model, the smaller its shortfall. */
      readonly trendPointsPerYear: Figure;
      /** With delta added to every open model: what the class says about all of them. */
      readonly lag: LagRatio | Insufficient;
      /** Only models tested on the class, with their lab's and their own effects: what was seen there. */
      readonly testedLag: LagRatio | Insufficient;
    })
  | (EvidenceCount & Insufficient & {readonly class: ReportedClass});

export interface LabEstimate {
  readonly lab: string;
  readonly class: EvidenceClass;
  readonly openness: "open" | "closed";
  /** Points by which the lab's models do better on the class than the average closed model of equal public ability. */
  readonly differencePoints: Figure;
  readonly models: number;
  readonly results: number;
}

export interface ModelEstimate {
  readonly model: string;
  readonly lab: string;
  readonly openness: "open" | "closed";
  readonly class: EvidenceClass;
  /** As for the lab; shrunken towards the lab and the side. */
  readonly differencePoints: Figure;
  readonly results: number;
}

export interface RobustnessEstimate {
  readonly classes: readonly ClassEstimate[];
  readonly labs: readonly LabEstimate[];
  readonly models: readonly ModelEstimate[];
  readonly checks: {
    /** The ratio from two fits that share nothing, as others compute it. */
    readonly separateFits: SeparateFits;
    readonly matchedPairs: readonly MatchedPairs[];
    readonly placebo: readonly Placebo[];
    /** Why there are none, when there are none. */
    readonly insufficient?: string;
  };
  /** Pace of the closed frontier, points per month. */
  readonly closedPace: Figure | Insufficient;
  /** Points per logit of the typical test. */
  readonly pointsPerLogit: Figure;
  /** Standard deviation of each pooled effect, points. */
  readonly deviations: readonly {readonly effect: VarianceName; readonly points: Figure}[];
  /** Sentences true of this estimate: what it cannot tell apart, and what it rests on. */
  readonly caveats: readonly string[];
  readonly sides: {readonly open: number; readonly closed: number};
  readonly cells: number;
  readonly results: number;
  readonly dropped: readonly Dropped[];
  readonly drawCount: number;
}
