/** The commands and their flags as a person sees them in --help. Code that computes loads only when a command runs. */
import {Command as Commander, CommanderError, Option} from "commander";
import {didYouMean} from "../../data/closest-name.ts";
import {InputError} from "../../errors.ts";
import type {Command} from "./answer.ts";
import {REPEATED} from "./assumptions.ts";
import type {CommandText} from "./command-text.ts";
import {commandTexts} from "./command-texts/all.ts";
import type {Flags} from "./report-options.ts";

/** What was asked for: a command still to be loaded, with its arguments and flags. */
export interface Request {
  readonly load: () => Promise<Command>;
  readonly args: readonly string[];
  readonly flags: Flags;
}

const SHARED: readonly (readonly [string, string])[] = [
  ["--json", "print exactly one JSON value instead of a screen"],
  ["--as-of <date>", "see nothing after this day, YYYY-MM-DD (default: the last day the facts cover)"],
  ["--dates <convention>", "when a model's clock starts: announced, available or weights"],
  ["--instrument <name>", "index of ability: lagline or eci"],
  ["--facts <folder>", "read facts from this folder instead of the newest synced ones"],
  ["--shipped", "read the facts that came with lagline, even when newer ones were synced"],
  ["--vintage <name>", "read a kept state: first digits of its hash, or the day on which it held"],
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
  const subjects = new Map<string, Commander>();
  for (const text of commandTexts) {
    const [subject, verb] = text.name.split(" ");
    const parent = verb === undefined ? program : subjects.get(subject)!;
    const command = configured(withOptions(parent.command(verb ?? subject), text.flags)).description(
      text.says,
    );
    if (verb === undefined) subjects.set(subject, command);
    for (const argument of text.arguments ?? []) command.argument(...argument);
    command.addHelpText("after", examples(text.examples)).action((...received: unknown[]) => {
      const args = received
        .slice(0, text.arguments?.length ?? 0)
        .flat()
        .filter((word) => typeof word === "string");
      const chain = verb === undefined ? [program, command] : [program, parent, command];
      asked = {load: text.load, args, flags: given(chain)};
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
  const names = commandTexts.map((text) => text.name).filter((name) => !name.includes(" "));
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
