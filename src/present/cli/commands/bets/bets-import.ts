import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {z} from "zod";
import {
  type Imported,
  importedPositions,
  marketsIn,
  type Mapping,
  mappingSchema,
  PLATFORMS,
} from "../../../../bets/imports/imported-positions.ts";
import type {MarketHistory, Platform} from "../../../../bets/imports/market-history.ts";
import {InputError} from "../../../../errors.ts";
import {writeRecords} from "../../../../pipeline/bets/ledger-writes.ts";
import {plainText} from "../../../plain-text.ts";
import {counted} from "../../../quantity-text.ts";
import type {Command} from "../../answer.ts";
import {authorName, ledgerWrite} from "../../ledger-choice.ts";
import {oneOf} from "../../report-options.ts";
import {writtenAnswer} from "./written-answer.ts";

const SHIPPED_MAPPINGS = new URL("../../../../../data/bets/mappings.json", import.meta.url);
/** Unmapped markets named in one answer. */
const NAMED = 8;

/** `lagline bets import <file> --from <platform>`: positions of markets from a saved response of a public API. */
export const betsImport: Command = async (ask) => {
  const {args, flags, world} = ask;
  const file = args[0]!;
  const given = typeof flags.from === "string" ? flags.from : undefined;
  if (given === undefined)
    throw new InputError("missing", `--from: nothing; one of ${PLATFORMS.join(", ")} was expected`);
  const platform = oneOf("--from", given, PLATFORMS, "metaculus");
  const mappings = mappingsIn(
    typeof flags.mappings === "string" ? flags.mappings : fileURLToPath(SHIPPED_MAPPINGS),
  );
  const markets = marketsOf(file, platform);
  let imported: Imported | undefined;
  const written = writeRecords(ledgerWrite(ask), (ledger) => {
    imported = importedPositions(markets, mappings, ledger, {
      platform,
      at: world.today,
      by: authorName(flags, world.env),
    });
    return imported.positions;
  });
  const {unmapped, leftOut} = imported!;
  return writtenAnswer(
    written,
    `${counted(written.entries.length, "position")} of ${platform} from ${counted(markets.length, "market")}.`,
    [
      ...leftOut.map(({why, count}) => `${counted(count, "point")} left out: ${why}.`),
      ...(unmapped.length > 0
        ? [
            `${counted(unmapped.length, "market")} no mapping names: ${unmapped
              .slice(0, NAMED)
              .map(({market, title}) => `${plainText(market)} (${plainText(title)})`)
              .join(
                "; ",
              )}${unmapped.length > NAMED ? " and more" : ""}. A line in a file for --mappings says which question it belongs to and how its wording differs.`,
          ]
        : []),
    ],
  );
};

function marketsOf(file: string, platform: Platform): MarketHistory[] {
  try {
    return marketsIn(jsonIn(file), platform);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new InputError(
      "invalid",
      `response: ${error.issues[0]?.path.join(".") || "its form"}; a saved response of ${platform}'s public API was expected`,
      {file},
    );
  }
}

function mappingsIn(file: string): Mapping[] {
  const result = z.array(mappingSchema).safeParse(jsonIn(file));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(
    "invalid",
    `mapping: ${issue!.path.join(".") || "file"}; platform, market, question, difference (a sentence) and tier were expected`,
    {file},
  );
}

function jsonIn(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new InputError("missing", `file: ${file}; a JSON file that can be read was expected`, {file});
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError("invalid", `file: ${file}; JSON was expected`, {file});
  }
}
