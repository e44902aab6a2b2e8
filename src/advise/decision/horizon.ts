/** Volume and time over the horizon, discounted, so that one year stands for all of them. */
import type {Portfolio, Workload} from "../portfolio/portfolio.ts";

export interface Horizon {
  /** Finished tasks in a year, averaged over the horizon with the weight of money then. */
  readonly tasksPerYear: number;
  /** Years of the horizon at their discounted weight: what a cost paid once is spread over. */
  readonly years: number;
}

/** Month by month: v (1 + g)^(t/12) tasks at weight (1 + r)^(-t/12), t in the middle of the month. */
export function horizonOf(
  {tasksPerMonth, growthPerYear}: Pick<Workload, "tasksPerMonth" | "growthPerYear">,
  {horizonMonths, discountRate}: Pick<Portfolio, "horizonMonths" | "discountRate">,
): Horizon {
  let [tasks, weight] = [0, 0];
  for (let month = 0; month < horizonMonths; month++) {
    const year = (month + 0.5) / 12;
    const now = (1 + discountRate) ** -year;
    tasks += tasksPerMonth * (1 + growthPerYear) ** year * now;
    weight += now;
  }
  const years = weight / 12;
  return {tasksPerYear: tasks / years, years};
}
