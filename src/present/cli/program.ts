/** The commands and their flags as a person sees them in --help. Code that computes loads only when a command runs. */
import {Command as Commander, CommanderError, Option} from "commander";
import {didYouMean} from "../../data/closest-name.ts";
import {InputError} from "../../errors.ts";
import type {Command} from "./answer.ts";
import {assumptionsHelp, REPEATED} from "./assumptions.ts";
import type {Flags} from "./report-options.ts";

/** What was asked for: a command still to be loaded, with its arguments and flags. */
export interface Request {
  readonly load: () => Promise<Command>;
  readonly args: readonly string[];
  readonly flags: Flags;
}

interface CommandText {
  readonly name: string;
  readonly says: string;
  readonly argument?: readonly [string, string];
  readonly flags?: readonly (readonly [string, string, "repeatable"?])[];
  readonly examples: readonly string[];
  readonly load: () => Promise<Command>;
}

const ALL = ["--all", "every row instead of the first of each list"] as const;

const COMMANDS: readonly CommandText[] = [
  {
    name: "gap",
    says: "every definition of the lag and both instruments side by side, beside published estimates, and why they differ",
    examples: ["lagline gap", "lagline gap --dates announced"],
    load: async () => (await import("./commands/gap.ts")).gap,
  },
  {
    name: "models",
    says: "models with ability, licence, memory and price",
    flags: [
      ["--open", "only models whose weights the public can download"],
      ["--closed", "only models whose weights it cannot"],
      ["--lab <name>", "only models of this lab"],
      ["--country <code>", "only models of labs in this country, as two letters"],
      ["--licence <class>", "only permissive, conditional, non-commercial, proprietary or unknown licences"],
      ["--fits <GB>", "only models whose weights fit this memory at 8 bits per parameter"],
      ["--sort <order>", "ability, date or price (default: ability)"],
      ["--top <N>", "rows to show (default: 30)"],
    ],
    examples: [
      "lagline models --open --licence permissive --fits 80",
      "lagline models --lab DeepSeek --sort date",
    ],
    load: async () => (await import("./commands/models.ts")).models,
  },
  {
    name: "model",
    says: "one model: dates and what they mean, openness, licence, ability, results, prices, ratings, disputes",
    argument: ["<name>", "an id, a name or another spelling"],
    flags: [ALL],
    examples: ["lagline model deepseek-r1"],
    load: async () => (await import("./commands/model.ts")).model,
  },
  {
    name: "explain",
    says: "where a displayed number comes from: rule, rows, sources with licence and link, dates",
    argument: ["[number]", "an id such as ability.deepseek-r1; all ids are listed without it"],
    flags: [ALL],
    examples: ["lagline explain", "lagline explain ability.deepseek-r1 --all"],
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "robustness",
    says: "do open models lose more on tests they cannot have seen: by class of test, lab and model",
    flags: [ALL],
    examples: ["lagline robustness"],
    load: async () => (await import("./commands/robustness.ts")).robustness,
  },
  {
    name: "labs",
    says: "who can pay: runway, chance of running short, revenue, last open flagship, likeliest harm to customers",
    examples: ["lagline labs", "lagline labs --as-of 2026-06-30"],
    load: async () => (await import("./commands/labs.ts")).labs,
  },
  {
    name: "lab",
    says: "one lab in full: money, continuity of weights and of service, history, every figure with its facts",
    argument: ["<name>", "an id or a name"],
    flags: [
      [
        "--assume <name=value>",
        `your own assumption on when open releases pay, again for another (${assumptionsHelp})`,
        "repeatable",
      ],
      ALL,
    ],
    examples: ["lagline lab z-ai", "lagline lab openai --all", "lagline lab z-ai --assume gross-margin=0.6"],
    load: async () => (await import("./commands/lab.ts")).lab,
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
    load: async () => (await import("./commands/law.ts")).law,
  },
  {
    name: "use",
    says: "who uses what: adoption channel by channel, each with its bias, and who learns from the use of its products",
    flags: [ALL],
    examples: ["lagline use"],
    load: async () => (await import("./commands/use.ts")).use,
  },
  {
    name: "prices",
    says: "what a level of ability costs, now and before; open against closed; with --model, list prices by host",
    flags: [["--model <name>", "list prices of this model by host over time"], ALL],
    examples: ["lagline prices", "lagline prices --model deepseek-r1"],
    load: async () => (await import("./commands/prices.ts")).prices,
  },
  {
    name: "copying",
    says: "how closely open follows what can be called, withheld models as experiments, accusations beside counter-evidence",
    flags: [ALL],
    examples: ["lagline copying"],
    load: async () => (await import("./commands/copying.ts")).copying,
  },
  {
    name: "multiverse",
    says: "how far each arguable choice of the method moves the headline",
    examples: ["lagline multiverse --draws 200"],
    load: async () => (await import("./commands/multiverse.ts")).multiverse,
  },
  {
    name: "chart",
    says: "a picture as SVG",
    argument: ["<name>", "frontiers, lag-by or definitions"],
    flags: [
      ["--out <file>", "write to this file instead of standard output"],
      ["--force", "overwrite the file when it exists"],
    ],
    examples: ["lagline chart frontiers --out frontiers.svg"],
    load: async () => (await import("./commands/chart.ts")).chart,
  },
];

const SHARED: readonly (readonly [string, string])[] = [
  ["--json", "print exactly one JSON value instead of a screen"],
  ["--as-of <date>", "see nothing after this day, YYYY-MM-DD (default: the last day the facts cover)"],
  ["--dates <convention>", "when a model's clock starts: announced, available or weights"],
  ["--instrument <name>", "index of ability: lagline or eci"],
  ["--facts <folder>", "read facts from this folder instead of those that came with lagline"],
  ["--seed <number>", "start of the random draws; the same seed gives the same bytes"],
  ["--draws <number>", "Monte Carlo draws behind the intervals"],
  ["--no-cache", "compute everything anew"],
  ["--color", "colour even when output is not a terminal"],
  ["--no-color", "no colour (also NO_COLOR=1)"],
];

export interface ProgramOutput {
  readonly write: (text: string) => void;
  readonly width: number;
  readonly version: () => string;
}

/**
 * What the arguments ask for.
 *
 * @returns undefined when the answer was help or the version, which is then already printed
 * @throws InputError for a command, flag or argument that does not exist
 */
export async function request(argv: readonly string[], output: ProgramOutput): Promise<Request | undefined> {
  let asked: Request | undefined;
  const program = new Commander("lagline");
  const configured = (command: Commander): Commander => {
    command
      .exitOverride()
      .configureOutput({
        writeOut: output.write,
        writeErr: () => {},
        getOutHelpWidth: () => output.width,
        getOutHasColors: () => false,
      })
      .configureHelp({sortSubcommands: false})
      .helpOption("-h, --help", "this text")
      .helpCommand(false);
    return command;
  };
  const withOptions = (command: Commander, own: CommandText["flags"] = []): Commander => {
    for (const [flags, says, repeatable] of own) {
      const option = new Option(flags, says);
      if (repeatable)
        option.argParser((value: string, before?: string) =>
          before === undefined ? value : `${before}${REPEATED}${value}`,
        );
      command.addOption(option);
    }
    for (const [flags, says] of SHARED)
      command.addOption(new Option(flags, says).helpGroup("For every command:"));
    return command;
  };
  configured(withOptions(program, [["-V, --version", "the version"]]))
    .description("How far open-weight AI models are behind closed ones, on what, and how sure we are.")
    .usage("[command] [options]")
    .argument("[command...]")
    .addHelpText(
      "after",
      examples(["lagline", "lagline gap", "lagline models --open --fits 80", "lagline --json > report.json"]),
    )
    .action((words: string[]) => {
      if (words.length > 0) throw unknownCommand(words[0]!);
      asked = {
        load: async () => (await import("./commands/first.ts")).first,
        args: [],
        flags: given([program]),
      };
    });
  for (const text of COMMANDS) {
    const command = configured(withOptions(program.command(text.name), text.flags)).description(text.says);
    if (text.argument) command.argument(...text.argument);
    command.addHelpText("after", examples(text.examples)).action((...received: unknown[]) => {
      const args = text.argument && typeof received[0] === "string" ? [received[0]] : [];
      asked = {load: text.load, args, flags: given([program, command])};
    });
  }
  try {
    await program.parseAsync([...argv], {from: "user"});
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.help" || error.code === "commander.helpDisplayed") return undefined;
    throw wrongArguments(error);
  }
  if (asked?.flags.version !== true) return asked;
  output.write(`lagline ${output.version()}\n`);
  return undefined;
}

const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;

/** Flags actually typed, wherever they stood: before or after the command's name. */
function given(commands: readonly Commander[]): Flags {
  const flags: Record<string, string | boolean | undefined> = {};
  for (const command of commands) {
    for (const [name, value] of Object.entries(command.opts())) {
      if (command.getOptionValueSource(name) === "cli") flags[name] = value as string | boolean;
    }
  }
  return flags;
}

function unknownCommand(name: string): InputError {
  const names = COMMANDS.map((command) => command.name);
  const hint = didYouMean(name, names) || `; one of ${names.join(", ")} was expected`;
  return new InputError("unknown", `command: ${name}${hint.replace(/^,/, ";")}`);
}

/** Commander's own complaint as one of our sentences. */
function wrongArguments(error: CommanderError): InputError {
  const said = error.message.replace(/^error: /, "").replaceAll("\n", " ");
  const name = /'([^']*)'/.exec(said)?.[1] ?? "";
  const meant = /\(Did you mean (?:one of )?([^?]*)\?\)/.exec(said)?.[1] ?? "";
  const help = "--help lists what can be given";
  switch (error.code) {
    case "commander.unknownOption":
      return new InputError(
        "unknown",
        `option: ${name}; ${meant === "" ? "" : `did you mean ${meant}? `}${help}`,
      );
    case "commander.missingArgument":
      return new InputError("missing", `argument: ${name}; ${help}`);
    case "commander.optionMissingArgument":
      return new InputError("missing", `value of ${name}; one was expected behind it`);
    case "commander.excessArguments":
      return new InputError(
        "unsupported",
        `arguments: ${said.replace(/\. /, ", ").replace(/\.$/, "").replace("Expected", "expected")}; ${help}`,
      );
    default:
      return new InputError("invalid", `arguments: ${said}; ${help}`);
  }
}
