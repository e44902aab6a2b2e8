/** The advice of the server that the page came from, or what is wrong with the portfolio in sentences. */
import type {Advice} from "../../../../../advice-report.ts";

export async function askedAdvice(portfolio: string): Promise<Advice | {readonly faults: readonly string[]}> {
  try {
    const response = await fetch("advice", {
      method: "POST",
      headers: {"Content-Type": "application/yaml"},
      body: portfolio,
    });
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    return isJson ? ((await response.json()) as Advice) : {faults: [await response.text()]};
  } catch {
    return {faults: ["lagline does not answer. Is it still serving?"]};
  }
}
