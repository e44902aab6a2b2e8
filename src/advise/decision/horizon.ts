/** Volume and time over the horizon, discounted, so that one year stands for all of them. */
import type {Portfolio, Workload} from "../portfolio/portfolio.ts";

export interface Horizon {
  /** Finished tasks in a year, averaged over the horizon with the weight of money then. */
  readonly tasksPerYear: number;
  /** Years of the horizon at their discounted weight: what a cost paid once is spread over. */
  readonly years: number;
  /** Share of those tasks in each month, weighted as they are [horizonMonths]; they add up to one. */
  readonly shares: readonly number[];
}

/** Month by month: v (1 + g)^(t/12) tasks at weight (1 + r)^(-t/12), t in the middle of the month. */
export function horizonOf(
  {tasksPerMonth, growthPerYear}: Pick<Workload, "tasksPerMonth" | "growthPerYear">,
  {horizonMonths, discountRate}: Pick<Portfolio, "horizonMonths" | "discountRate">,
): Horizon {
  let weight = 0;
  const monthly: number[] = [];
  for (let month = 0; month < horizonMonths; month++) {
    const year = (month + 0.5) / 12;
    const now = (1 + discountRate) ** -year;
    monthly.push(tasksPerMonth * (1 + growthPerYear) ** year * now);
    weight += now;
  }
  const years = weight / 12;
  const tasks = monthly.reduce((sum, count) => sum + count, 0);
  return {tasksPerYear: tasks / years, years, shares: monthly.map((count) => count / tasks)};
}

/** Share of the horizon's tasks that come after a number of months; a month is split evenly. */
export const shareAfter = ({shares}: Pick<Horizon, "shares">, months: number): number =>
  shares.reduce((sum, share, month) => sum + share * Math.min(1, Math.max(0, month + 1 - months)), 0);
