/**
 * Does the coupling forecast open progress better than its own drift alone? Month by month, each model is fitted to the
 * months before and forecasts the next one as a normal distribution, scored by CRPS (index points, lower is better).
 */
import {normalCdf} from "../../numeric/normal-cdf.ts";
import {bestFit, type CouplingMonths} from "./coupling-fit.ts";

/** CRPS without coupling minus CRPS with it, per forecast month: positive where the coupling forecast better. */
export function rollingAdvantage(
  months: CouplingMonths,
  delays: readonly number[],
  firstMonths: number,
): number[] {
  const advantages: number[] = [];
  for (let t = firstMonths; t < months.n; t++) {
    const past = monthsUpTo(months, t);
    const gain = months.open[t + 1] - months.open[t];
    const fit = bestFit(past, delays);
    const distance = months.callable[months.longest + t - fit.delay] - months.open[t];
    const coupled = {mean: fit.drift + fit.coupling * distance, sd: Math.sqrt(fit.squares / (t - 2))};
    advantages.push(normalCrps(gain, ownDrift(past)) - normalCrps(gain, coupled));
  }
  return advantages;
}

/**
 * The same for gains over a longer horizon: from each month, both models run on without noise, the coupled one along the
 * closed frontier as it came to be. Error of own drift minus error of the coupling, absolute, index points, per start; starts
 * one month apart share most of their months.
 */
export function horizonAdvantage(
  months: CouplingMonths,
  delays: readonly number[],
  {firstMonths, horizon}: {firstMonths: number; horizon: number},
): number[] {
  const advantages: number[] = [];
  for (let t = firstMonths; t + horizon <= months.n; t++) {
    const past = monthsUpTo(months, t);
    const fit = bestFit(past, delays);
    let coupled = months.open[t];
    for (let h = 0; h < horizon; h++) {
      const ahead = months.callable[months.longest + t + h - fit.delay];
      coupled += Math.max(0, fit.drift + fit.coupling * (ahead - coupled));
    }
    const alone = months.open[t] + horizon * ownDrift(past).mean;
    const reached = months.open[t + horizon];
    advantages.push(Math.abs(alone - reached) - Math.abs(coupled - reached));
  }
  return advantages;
}

/** What was known after the first `count` months. */
const monthsUpTo = ({open, callable, longest}: CouplingMonths, count: number): CouplingMonths => ({
  open: open.slice(0, count + 1),
  callable: callable.slice(0, count + longest),
  longest,
  n: count,
});

/** Mean and standard deviation of the monthly gains. */
function ownDrift({open, n}: CouplingMonths): {mean: number; sd: number} {
  const mean = (open[n] - open[0]) / n;
  let squares = 0;
  for (let t = 0; t < n; t++) squares += (open[t + 1] - open[t] - mean) ** 2;
  return {mean, sd: Math.sqrt(squares / (n - 1))};
}

/**
 * Continuous ranked probability score of a normal forecast: σ (z (2Φ(z) - 1) + 2φ(z) - 1/√π) with z = (y - μ)/σ; the
 * absolute error where σ is 0. Gneiting & Raftery 2007, eq. 5.
 */
export function normalCrps(outcome: number, {mean, sd}: {mean: number; sd: number}): number {
  if (!(sd > 0)) return Math.abs(outcome - mean);
  const z = (outcome - mean) / sd;
  const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}
