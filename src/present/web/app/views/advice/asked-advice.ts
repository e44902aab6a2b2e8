/** The advice of the server that the page came from, or what is wrong with the portfolio in sentences. */
import type {Advice} from "../../../../../advice-report.ts";
import {posted, type Refused} from "./sent-file.ts";

export const askedAdvice = (portfolio: string): Promise<Advice | Refused> =>
  posted("advice", portfolio, "application/yaml");
