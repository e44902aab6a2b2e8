/** What `lagline advise --init` asks, in order, each with the default that stands when nothing is typed. */
import {adviceMethod} from "../../advise/advice-method.ts";
import {RESIDENCIES} from "../../advise/portfolio/portfolio.ts";
import {
  kindOf,
  WORKLOAD_KINDS,
  type WorkloadKind,
  workloadKinds,
} from "../../advise/portfolio/workload-kinds.ts";

export interface PortfolioQuestion {
  /** Field of the file that the answer fills. */
  readonly path: string;
  readonly asks: string;
  /** Shown in brackets; undefined where an answer is needed, "" where leaving it out is one. */
  readonly usual: string | undefined;
  /** Words that may be answered, each with what the file then says; undefined leaves the field out. */
  readonly words?: Readonly<Record<string, {readonly path: string; readonly value: string} | undefined>>;
}

/** Of the whole portfolio. */
export const PORTFOLIO_QUESTIONS: readonly PortfolioQuestion[] = [
  {path: "name", asks: "Name of the portfolio", usual: "portfolio"},
  {
    path: "horizon_months",
    asks: "Horizon in months, 3 to 36",
    usual: String(adviceMethod.horizonMonths.value),
  },
  {
    path: "limits.data_residency",
    asks: `Where the data may be processed: ${RESIDENCIES.join(", ")}`,
    usual: "any",
  },
  {
    path: "limits",
    asks: "Models of Chinese labs: yes, hosted elsewhere (not by the lab itself), or no",
    usual: "yes",
    words: {
      yes: undefined,
      "hosted elsewhere": {path: "limits.no_service_from", value: "[China]"},
      no: {path: "limits.exclude_origins", value: "[China]"},
    },
  },
  {
    path: "limits.on_premises",
    asks: "Only on machines of your own: yes or no",
    usual: "no",
    words: {no: undefined, yes: {path: "limits.on_premises", value: "yes"}},
  },
];

/**
 * Of one workload; later questions follow from earlier answers.
 *
 * @param answered - so far, by path
 * @param evals - names of the user's imported evals
 * @returns undefined when all is asked
 */
export function workloadQuestion(
  answered: ReadonlyMap<string, string>,
  asked: ReadonlySet<string>,
  evals: readonly string[],
): PortfolioQuestion | undefined {
  const guessed = kindOf(answered.get("name") ?? "");
  const kind = answered.get("kind") ?? guessed;
  const usual = workloadKinds.value[kind as WorkloadKind];
  const questions: PortfolioQuestion[] = [
    {path: "name", asks: "A workload: what is done, such as Answer support tickets", usual: undefined},
    {path: "kind", asks: `Its kind: ${WORKLOAD_KINDS.join(", ")}`, usual: guessed},
    {path: "tasks_per_month", asks: "Finished tasks a month, such as 40000", usual: undefined},
    {path: "requests_per_task", asks: "Model requests per task", usual: String(usual.requestsPerTask)},
    {path: "tokens.input", asks: "Input tokens per request", usual: String(usual.inputTokens)},
    {path: "tokens.output", asks: "Output tokens per request", usual: String(usual.outputTokens)},
    {
      path: "value_of_success",
      asks: "What a task done right is worth, USD",
      usual: String(usual.valueOfSuccess),
    },
    {path: "cost_of_failure", asks: "What a task done wrong costs, USD", usual: String(usual.costOfFailure)},
    {
      path: "runs_today.model",
      asks: "Model that runs it today, id or name; empty for none",
      usual: "",
    },
    ...(evals.length > 0
      ? [
          {
            path: "quality.own_eval",
            asks: `Your own eval of it: ${evals.join(", ")}; empty for none`,
            usual: "",
            words: Object.fromEntries(
              evals.map((name) => [name, {path: "quality.own_eval", value: name}] as const),
            ),
          },
        ]
      : []),
    ...(answered.has("runs_today.model") && !answered.has("quality.own_eval")
      ? [
          {
            path: "quality.success_now",
            asks: "Share of tasks that model does right, such as 78%; empty if never graded",
            usual: "",
          },
        ]
      : []),
    ...(answered.has("quality.success_now")
      ? [
          {
            path: "quality.graded_tasks",
            asks: "Tasks graded to know that",
            usual: String(adviceMethod.gradedTasks.value),
          },
        ]
      : []),
  ];
  return questions.find(({path}) => !asked.has(path));
}
