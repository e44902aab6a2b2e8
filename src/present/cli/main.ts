/** The command line: arguments in, one answer on standard output, an exit code. */
import {readFileSync} from "node:fs";
import {failure} from "./exit-code.ts";
import {request} from "./program.ts";
import {processWorld, type World} from "./world.ts";

const HELP_WIDTH = {least: 60, most: 100};

/**
 * @param argv - arguments behind the program's name
 * @returns exit code: 0 answered, 2 the input was wrong, 3 a fit did not settle, 70 our bug; else what the answer asks for
 */
export async function main(argv: readonly string[], world: World = processWorld()): Promise<number> {
  try {
    return await answered(argv, world);
  } catch (error) {
    if ((error as NodeJS.ErrnoException | undefined)?.code === "EPIPE") return 0;
    const {code, message} = failure(error, world.env);
    world.stderr.write(`${message}\n`);
    return code;
  }
}

async function answered(argv: readonly string[], world: World): Promise<number> {
  const asked = await request(argv, {
    write: (text) => world.stdout.write(text),
    width: Math.min(HELP_WIDTH.most, Math.max(HELP_WIDTH.least, world.columns ?? HELP_WIDTH.most)),
    version: packageVersion,
  });
  if (!asked) return 0;
  const {flags, args} = asked;
  const [
    {factsFor, reportOptions},
    {ledgerPaths},
    {progressLines},
    {pageWidth},
    {colourInk, plainInk, wantsColour},
    {jsonText, plainText},
  ] = await Promise.all([
    import("./report-options.ts"),
    import("./ledger-choice.ts"),
    import("./progress-lines.ts"),
    import("../terminal/page.ts"),
    import("../terminal/ink.ts"),
    import("../plain-text.ts"),
  ]);
  const [pipeline, command] = await Promise.all([world.pipeline(), asked.load()]);
  const inUse = factsFor(flags, world, pipeline.defaultOptions.facts);
  const shipped = pipeline.defaultOptions.ledgers?.shipped;
  const options = {
    ...reportOptions(flags, {...pipeline.defaultOptions, facts: inUse.folder}, world.today),
    ...(shipped === undefined ? {} : {ledgers: ledgerPaths(flags, world.env, shipped)}),
  };
  if (inUse.warning) world.stderr.write(`lagline: ${plainText(inUse.warning)}.\n`);
  const {progress, finish} = progressLines(world);
  const cache = flags.cache === false ? undefined : pipeline.fileCache(world.env);
  try {
    const answer = await command({
      args,
      flags,
      options,
      pipeline,
      effects: {progress, cache, workers: world.workers},
      world,
    });
    finish();
    if (!answer) return 0;
    if (flags.json === true) {
      world.stdout.write(jsonText(answer.json()));
      answer.written?.();
      return answer.exitCode ?? 0;
    }
    const isColoured = wantsColour({flag: flags.color, env: world.env, isTerminal: world.isTerminal.stdout});
    const page = {width: pageWidth(world.columns), ink: isColoured ? colourInk : plainInk};
    world.stdout.write(`${answer.lines(page).join("\n")}\n`);
    answer.written?.();
    return answer.exitCode ?? 0;
  } finally {
    finish();
  }
}

/** The version in package.json, read only when asked for. */
function packageVersion(): string {
  const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as {version: string}).version;
}
