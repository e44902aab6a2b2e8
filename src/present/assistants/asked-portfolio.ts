/** A portfolio as an assistant gives it: its text, or the name of one that ships. */
import {z} from "zod";
import type {Advice} from "../../advice-report.ts";
import {InputError} from "../../errors.ts";
import type {AssistantSource} from "./assistant-tool.ts";

const MOST_SIGNS = 100_000;

export const portfolioFields = {
  portfolio: z
    .string()
    .max(MOST_SIGNS)
    .optional()
    .describe(
      "YAML text of a portfolio: name, horizon_months, limits, and workloads, each with name, tasks_per_month and, as far as known, kind, tokens {input, output, cached}, quality, value_of_success, cost_of_failure, latency, runs_today, limits; what is left out gets a default, which the answer names",
    ),
  example: z
    .string()
    .max(100)
    .optional()
    .describe(
      "in place of a text, a portfolio that ships: coding-agent-startup, eu-bank or support-automation",
    ),
};

/** @throws InputError when it is neither or both, and as the advice */
export async function askedAdvice(
  {advice, shippedAdvice}: AssistantSource,
  {portfolio, example}: {readonly portfolio?: string | undefined; readonly example?: string | undefined},
): Promise<Advice> {
  if (portfolio !== undefined && example !== undefined)
    throw new InputError("conflicting", "portfolio and example: both; one of them was expected");
  if (portfolio !== undefined) return advice(portfolio);
  if (example !== undefined) return shippedAdvice(example);
  throw new InputError(
    "missing",
    "portfolio: nothing; its YAML text, or as example the name of one that ships (coding-agent-startup, eu-bank, support-automation), was expected",
  );
}
