/** Every arguable choice of the supplier-continuity estimates. */
import type {Choice} from "../../choice.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({
  value,
  reason,
  alternatives,
});

export const continuityMethod = {
  intervalLevel: choice(0.9, "As for lags and money.", ["0.8", "0.95"]),
  eventsFrom: choice(
    "2026-01-01",
    "Events are collected for all labs from here on; earlier ones are known of some labs only, and would make those look worse.",
    ["2025-01-01"],
  ),
  pricesFrom: choice(
    "2025-07-01",
    "The daily price lists begin in June 2025; the first month holds corrections of the lists themselves.",
    ["2026-01-01"],
  ),
  shortNoticeDays: choice(
    180,
    "Six months, as OpenAI promises for generally available models; a migration with tests takes a quarter or two.",
    ["90", "365"],
  ),
  priceRiseShare: choice(0.05, "Smaller steps are rounding and currency.", ["0.01", "0.2"]),
  priceRiseMaxFactor: choice(
    2.5,
    "Steps of two and a half times or more in the lists were all corrections or a switch of variant.",
    ["no limit"],
  ),
  priceHeldDays: choice(28, "A price that stood for less than four weeks was an opening offer or a slip.", [
    "0",
    "7",
  ]),
  inputTokensPerOutput: choice(3, "Three input tokens per output token, the usual blend of list prices.", [
    "1",
    "10",
  ]),
  ownProviders: choice(
    {
      alibaba: ["alibaba", "qwen"],
      amazon: ["amazon", "amazon-bedrock"],
      anthropic: ["anthropic"],
      cohere: ["cohere"],
      deepseek: ["deepseek"],
      google: ["google"],
      meta: ["meta-ai"],
      minimax: ["minimax"],
      mistral: ["mistral"],
      "moonshot-ai": ["moonshotai", "moonshot-ai"],
      nvidia: ["nvidia"],
      openai: ["openai"],
      stepfun: ["stepfun"],
      xai: ["xai"],
      xiaomi: ["xiaomi"],
      "z-ai": ["zai", "zhipuai"],
    } as Readonly<Record<string, readonly string[]>>,
    "A supplier's price is the one at its own door; resellers' prices are theirs.",
    ["any host"],
  ),
  ratePriors: choice(
    {
      "price-rise": {mean: 0.2, shape: 0.7},
      "licence-tightening": {mean: 0.2, shape: 0.7},
      "short-notice-deprecation": {mean: 0.5, shape: 0.7},
      "access-suspension": {mean: 0.1, shape: 0.7},
      "company-failure": {mean: 0.04, shape: 1},
      "open-flagship-release": {mean: 1, shape: 1},
    },
    "Events per supplier-year before any data, weak: worth less than one supplier's record. List prices mostly fall, licences are mostly kept, and about one in 25 funded software companies closes in a year; a lab that lives by releases makes about one large one a year.",
    ["a quarter of these", "four times these"],
  ),
  stoppingPrior: choice(
    {mean: 0.3, shape: 1},
    "Labs that stop opening flagships for good, a year: of those that opened one in 2023, most had opened none in 2025.",
    ["0 (labs never stop)"],
  ),
  fewEvents: choice(
    5,
    "With fewer events over all suppliers the prior weighs about as much as the record: the value says so.",
    ["1", "10"],
  ),
  flagshipFrom: choice(
    "2024-01-01",
    "Three years of open releases: before 2024 labs were few and cadence was another.",
    ["2023-01-01", "2025-01-01"],
  ),
  flagshipSizeShare: choice(
    0.5,
    "Where abilities are not given: an open release of at least half the size of the lab's largest so far is a flagship; small companions are not.",
    ["1", "0.25"],
  ),
  flagshipDroughtMonths: choice(
    12,
    "The question buyers ask: will there be a new open flagship within a year?",
    ["6", "18"],
  ),
  sameReleaseDays: choice(31, "Variants of one flagship within a month are one release.", ["7"]),
  horizonMonths: choice(12, "A contract year.", ["6", "24"]),
} as const;

export const HAZARDS = [
  "price-rise",
  "licence-tightening",
  "short-notice-deprecation",
  "access-suspension",
  "company-failure",
] as const;
/** What may happen to a supplier's customers, besides the lack of a new open flagship. */
export type Hazard = (typeof HAZARDS)[number];
