/**
 * "Open for repetitive automation, closed for complex, user-driven work": a hypothesis, tested on each workload.
 *
 * It held where the side it expects is worth more in nearly all draws, and did not where it is in hardly any.
 */
import type {WorkloadAdvice} from "../../advice-report.ts";
import {adviceMethod} from "../advice-method.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {plainQuantity, quantityId} from "./option-row.ts";
import {shareText} from "./words.ts";

/** @param openAhead - chance that the best open option is worth more than the best closed one */
export function ruleOfThumb(
  {id, name, style}: Pick<Workload, "id" | "name" | "style">,
  openAhead: number | undefined,
  drawCount: number,
): WorkloadAdvice["ruleOfThumb"] {
  const expects = style === "repetitive" ? ("open" as const) : ("closed" as const);
  if (openAhead === undefined) {
    return {
      expects,
      openAhead: null,
      verdict: "cannot be told",
      says: "only one side is allowed here, so it cannot be tested",
    };
  }
  const expected = expects === "open" ? openAhead : 1 - openAhead;
  const level = adviceMethod.intervalLevel.value;
  const verdict =
    expected >= level
      ? ("held" as const)
      : expected <= 1 - level
        ? ("did not hold" as const)
        : ("cannot be told" as const);
  return {
    expects,
    openAhead: plainQuantity(
      {
        id: quantityId(id, "open-ahead"),
        label: `Chance that the best open option is worth more than the best closed one for ${name}`,
        unit: "probability",
        rule: adviceMethod.rule.value,
      },
      openAhead,
      drawCount,
    ),
    verdict,
    says: `${style === "repetitive" ? "repetitive work" : "user-driven work"}, so the rule of thumb expects ${expects}; ${expects} is worth more in ${shareText(expected)} of draws`,
  };
}
