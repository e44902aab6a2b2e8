/** Files and texts sent to the server of the page, on this machine alone, and what it made of them. */
import type {OwnFile} from "../../../../../pipeline/own-file.ts";
import type {SentPortfolio} from "../../../own-route.ts";

export interface Refused {
  readonly faults: readonly string[];
}

/** Imports one file of evals or usage. */
export const sentFile = (file: File): Promise<OwnFile | Refused> =>
  posted(`own/file?name=${encodeURIComponent(file.name)}`, file, "application/octet-stream");

/** The portfolio with imported usage filled in. */
export const filledWithUsage = (text: string): Promise<SentPortfolio | Refused> =>
  posted("own/portfolio", text, "application/yaml");

/** @returns the server's answer; a sentence when there is none */
export async function posted<Answer>(
  address: string,
  body: BodyInit,
  type: string,
): Promise<Answer | Refused> {
  try {
    const response = await fetch(address, {method: "POST", headers: {"Content-Type": type}, body});
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    return isJson ? ((await response.json()) as Answer | Refused) : {faults: [await response.text()]};
  } catch {
    return {faults: ["lagline does not answer. Is it still serving?"]};
  }
}
