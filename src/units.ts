/**
 * Units as brands: a plain number at run time, a different type at compile time.
 *
 * A brand is made only by the checked constructors here, so a price cannot be passed where a wait is meant.
 */

declare const unit: unique symbol;
type Branded<Name extends string> = number & {readonly [unit]: Name};

/** A calendar day as days since 1970-01-01 UTC; fractions are allowed for computed instants. */
export type Day = Branded<"Day">;
/** A span of time in mean Gregorian months of 30.436875 days. */
export type Months = Branded<"Months">;
/** Points of an ability index on the scale Claude 3.5 Sonnet = 130, GPT-5 = 150. */
export type Points = Branded<"Points">;
/** A number in [0, 1]. */
export type Probability = Branded<"Probability">;
export type Usd = Branded<"Usd">;
/** US dollars per million tokens. */
export type UsdPerMtok = Branded<"UsdPerMtok">;
export type Tokens = Branded<"Tokens">;
/** Gigabytes of 10^9 bytes. */
export type Gigabytes = Branded<"Gigabytes">;

/** 365.2425 / 12: the mean Gregorian month. Calendar months differ by 10%, which would show in a lag. */
export const DAYS_PER_MONTH = 30.436875;

function finite(value: number, name: string): number {
  if (!Number.isFinite(value))
    throw new RangeError(`invalid ${name}: ${value}; a finite number was expected`);
  return value;
}

function atLeastZero(value: number, name: string): number {
  if (finite(value, name) < 0) throw new RangeError(`invalid ${name}: ${value}; zero or more was expected`);
  return value;
}

export const day = (value: number): Day => finite(value, "day") as Day;
export const months = (value: number): Months => finite(value, "months") as Months;
export const points = (value: number): Points => finite(value, "points") as Points;
export const usd = (value: number): Usd => finite(value, "amount in USD") as Usd;
export const usdPerMtok = (value: number): UsdPerMtok => atLeastZero(value, "price") as UsdPerMtok;
export const tokens = (value: number): Tokens => atLeastZero(value, "token count") as Tokens;
export const gigabytes = (value: number): Gigabytes => atLeastZero(value, "memory") as Gigabytes;

export function probability(value: number): Probability {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`invalid probability: ${value}; a number from 0 to 1 was expected`);
  }
  return value as Probability;
}

/** Months from one day to a later one; negative when `to` comes first. */
export const monthsBetween = (from: Day, to: Day): Months => months((to - from) / DAYS_PER_MONTH);

/** The day `wait` months after `from`. */
export const afterMonths = (from: Day, wait: Months): Day => day(from + wait * DAYS_PER_MONTH);
