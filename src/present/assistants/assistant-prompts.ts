/** The common questions, worded so that an assistant answers them with tools and with their uncertainty. */
import {z} from "zod";

export interface AssistantPrompt {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly argument?: z.ZodType;
  readonly text: (given: Readonly<Record<string, string>>) => string;
}

const WITH =
  "Give each number with its unit, its interval and the as-of date, and name the vintage of the facts.";

export const assistantPrompts: readonly AssistantPrompt[] = [
  {
    name: "how-far-behind",
    title: "How far are open models behind?",
    says: "The lag today, on what, and how sure it is",
    text: () =>
      `How far are open-weight AI models behind closed ones today, and on which kinds of task more or less? Use the tool gap for the headline, then for domains and access. ${WITH} Say why published figures differ (part definitions).`,
  },
  {
    name: "which-open-model",
    title: "Which open model could we run?",
    says: "Open models that fit some memory under a licence, and how far behind they are",
    argument: z.object({
      memory: z.string().max(20).describe("gigabytes of memory, for instance 80"),
      licence: z.string().max(40).optional().describe("permissive, or conditional"),
    }),
    text: ({memory = "80", licence}) =>
      `Which open-weight models fit ${memory} GB of memory${licence ? ` under a ${licence} licence` : ""}? Use the tool models, then gap with part groups for how far behind such models are. ${WITH}`,
  },
  {
    name: "can-this-lab-last",
    title: "Can this lab be counted on?",
    says: "Money, continuity of weights and of service, history of one lab",
    argument: z.object({lab: z.string().max(100).describe("id or name of the lab")}),
    text: ({lab = ""}) =>
      `Can ${lab} be counted on as a supplier? Use the tool labs with this lab. Keep apart weights already downloaded and access through its service. Say where a prior speaks instead of facts. ${WITH}`,
  },
  {
    name: "what-to-run",
    title: "What should we run?",
    says: "Model, host, cost, fallback and switch signals for each of your workloads",
    argument: z.object({
      workloads: z.string().max(4000).describe("what the work is, how many tasks a month, what must hold"),
    }),
    text: ({workloads = ""}) =>
      `What should we run for this work: ${workloads}? Write it as a portfolio in YAML and use the tool advice. Name the defaults that were assumed and ask for those that matter; say how sure each choice is, the fallback, and the signals to switch on. Give how such advice did in the past. ${WITH}`,
  },
  {
    name: "what-would-change",
    title: "What would change if?",
    says: "A scenario's effect on the lag and both frontiers, and what it hangs on",
    argument: z.object({scenario: z.string().max(200).describe("in your words")}),
    text: ({scenario = ""}) =>
      `What would change if ${scenario}? Use the tool what-if: without a scenario it lists those that ship; take the nearest, with settings, or scenario own. Say which force brings the change, what the answer hangs on, and how the forecaster behind it did on past days. ${WITH}`,
  },
  {
    name: "where-from",
    title: "Where does this number come from?",
    says: "Rule, rows and sources behind one number",
    argument: z.object({id: z.string().max(200).describe("id of the number, for instance lag")}),
    text: ({id = "lag"}) =>
      `Where does the number ${id} come from? Use the tool explain. Name the rule, what it rests on, the weakest source, and what could change it.`,
  },
];
