/** The facts on the forces around the gap: money, copying, law, use, supplier continuity. Checked and frozen. */
import type {DateSpan} from "../../dates.ts";
import type {Place} from "../../errors.ts";
import type {Day} from "../../units.ts";
import type {
  BOOKINGS,
  CONFIDENCES,
  CONTROLS,
  DIRECTIONS,
  DISTILLATION_TYPES,
  DISTRIBUTION_KINDS,
  EVENT_TYPES,
  FIGURE_STATUSES,
  FINANCE_METRICS,
  Figure,
  OPEN_WEIGHT_SCOPES,
  POLICY_STATUSES,
  ROLES,
  SELFHOST_KINDS,
  SOURCE_TIERS,
} from "./row-schemas.ts";

export type {Figure} from "./row-schemas.ts";

/** A = primary page, dataset or filing; B = edited news or legal note; C = blog or aggregator; none = no page. */
export type SourceTier = (typeof SOURCE_TIERS)[number];
export type Confidence = (typeof CONFIDENCES)[number];
export type Booking = (typeof BOOKINGS)[number];
export type FigureStatus = (typeof FIGURE_STATUSES)[number];
export type FinanceMetric = (typeof FINANCE_METRICS)[number];
export type SupplierEventType = (typeof EVENT_TYPES)[number];
export type Direction = (typeof DIRECTIONS)[number];

/** What every row carries. */
export interface SourcedFact {
  readonly id: string;
  readonly sourceUrl?: string;
  /** When the page was published; absent where there is no page. */
  readonly sourceDate?: DateSpan;
  readonly tier: SourceTier;
  readonly confidence: Confidence;
  readonly licence: string;
  readonly retrieved: Day;
  readonly place: Place;
}

/** A fact about a day or month. */
export interface DatedFact extends SourcedFact {
  readonly date: DateSpan;
}

export interface ForceLab extends SourcedFact {
  readonly name: string;
  /** A model lab; another company a fact is about; or a published sum over companies. */
  readonly role: (typeof ROLES)[number];
  /** Ids of the labs an aggregate sums over; empty for all others. */
  readonly members: readonly string[];
  /** ISO 3166 alpha-2, "" when unknown. */
  readonly country: string;
  readonly kind: string;
  /** Who decides whether it is paid for. */
  readonly control: (typeof CONTROLS)[number];
  /** Company whose will the runway is; "" unless `control` is "parent". */
  readonly parent: string;
  /** First day of that parent; absent when from the start. */
  readonly parentSince?: Day;
  /** How cloud resale enters its stated revenue. */
  readonly resaleBooking: Booking;
  readonly openWeights: "yes" | "mixed" | "no";
  readonly openSinceOrChanged: string;
  readonly flagshipFamilies: string;
  readonly note: string;
}

/** Low, middle and high of one figure as sources give them, each a number or "unknown". */
export interface FigureRange {
  readonly low: Figure;
  readonly mid: Figure;
  readonly high: Figure;
}

export interface FinanceFact extends DatedFact {
  readonly lab: string;
  readonly metric: FinanceMetric;
  readonly unit: "USD" | "percent" | "persons" | "none";
  readonly value: FigureRange;
  /** Currency the source speaks in, and units of it per US dollar used for the conversion. */
  readonly currency: "USD" | "CNY" | "HKD" | "EUR" | "JPY" | "none";
  readonly fxPerUsd?: number;
  readonly booking: Booking;
  readonly status: FigureStatus;
  /** Rows with the same event tell of one happening: alternatives, never added up. "" when alone. */
  readonly event: string;
  /** Id of the row that contains this one; "" when none. */
  readonly partOf: string;
  readonly note: string;
}

export interface AdoptionFact extends DatedFact {
  readonly metric: string;
  readonly segment: string;
  readonly value: FigureRange;
  readonly unit: string;
  readonly note: string;
}

export interface PolicyFact extends DatedFact {
  readonly jurisdiction: string;
  readonly instrument: string;
  readonly status: (typeof POLICY_STATUSES)[number];
  readonly appliesToOpenWeights: (typeof OPEN_WEIGHT_SCOPES)[number];
  readonly summary: string;
}

export interface DistillationFact extends DatedFact {
  /** Lab ids or named groups. */
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly type: (typeof DISTILLATION_TYPES)[number];
  readonly magnitude: string;
  readonly summary: string;
}

export interface SupplierEvent extends DatedFact {
  /** Day the supplier announced it, where known; `date` is the day it took effect. */
  readonly announced?: Day;
  readonly lab: string;
  readonly type: SupplierEventType;
  readonly direction: Direction;
  /** Announcement to effect; 0 = none; for policy rows the promised minimum. */
  readonly noticeDays: Figure;
  readonly models: readonly string[];
  readonly summary: string;
}

export interface SelfhostFact extends DatedFact {
  readonly kind: (typeof SELFHOST_KINDS)[number];
  readonly item: string;
  readonly config: string;
  readonly value: FigureRange;
  readonly unit: string;
  readonly note: string;
}

export interface DistributionFact extends DatedFact {
  readonly product: string;
  readonly lab: string;
  readonly kind: (typeof DISTRIBUTION_KINDS)[number];
  readonly effect: string;
  readonly value: Figure;
  readonly unit: string;
  readonly note: string;
}

export interface ForceFacts {
  readonly labs: ReadonlyMap<string, ForceLab>;
  readonly finance: readonly FinanceFact[];
  readonly adoption: readonly AdoptionFact[];
  readonly policy: readonly PolicyFact[];
  readonly distillation: readonly DistillationFact[];
  readonly events: readonly SupplierEvent[];
  readonly selfhost: readonly SelfhostFact[];
  readonly distribution: readonly DistributionFact[];
}
