/** What moves the gap: money, law, use, prices, copying. */
import {assumptionsHelp} from "../assumptions.ts";
import {ALL, type CommandText} from "../command-text.ts";

export const forceTexts: readonly CommandText[] = [
  {
    name: "labs",
    says: "who can pay: runway, chance of running short, revenue, last open flagship, likeliest harm to customers",
    examples: ["lagline labs", "lagline labs --as-of 2026-06-30"],
    load: async () => (await import("../commands/labs.ts")).labs,
  },
  {
    name: "lab",
    says: "one lab in full: money, continuity of weights and of service, history, every figure with its facts",
    arguments: [["<name>", "an id or a name"]],
    flags: [
      [
        "--assume <name=value>",
        `your own assumption on when open releases pay, again for another (${assumptionsHelp})`,
        "repeatable",
      ],
      ALL,
    ],
    examples: ["lagline lab z-ai", "lagline lab openai --all", "lagline lab z-ai --assume gross-margin=0.6"],
    load: async () => (await import("../commands/lab.ts")).lab,
  },
  {
    name: "law",
    says: "measures on AI models by jurisdiction; with a deployment, those that touch it and why (decision support, not legal advice)",
    flags: [
      [
        "--jurisdiction <place>",
        "only this place, such as EU, US-federal, US-CA or China; for a deployment, where it is",
      ],
      ["--sector <name>", "sector of the deployment: commercial, defence, federal-civilian and others"],
      ["--origin <place>", "where the model comes from: US, CN or other"],
      ["--hosting <way>", "self-hosted, foreign-api or domestic-api"],
      ["--lab <id>", "lab of the model, for measures that name one"],
      ["--fine-tuned", "the model was fine-tuned by the company"],
      ["--open-weights", "the model's weights are open"],
      ["--closed-weights", "they are not"],
      ALL,
    ],
    examples: ["lagline law --jurisdiction EU", "lagline law --jurisdiction EU --origin CN --open-weights"],
    load: async () => (await import("../commands/law.ts")).law,
  },
  {
    name: "use",
    says: "who uses what: adoption channel by channel, each with its bias, and who learns from the use of its products",
    flags: [ALL],
    examples: ["lagline use"],
    load: async () => (await import("../commands/use.ts")).use,
  },
  {
    name: "prices",
    says: "what a level of ability costs, now and before; open against closed; with --model, list prices by host",
    flags: [["--model <name>", "list prices of this model by host over time"], ALL],
    examples: ["lagline prices", "lagline prices --model deepseek-r1"],
    load: async () => (await import("../commands/prices.ts")).prices,
  },
  {
    name: "copying",
    says: "how closely open follows what can be called, withheld models as experiments, accusations beside counter-evidence",
    flags: [ALL],
    examples: ["lagline copying"],
    load: async () => (await import("../commands/copying.ts")).copying,
  },
];
