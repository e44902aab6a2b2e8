/** The portfolios that ship, to start from. */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import type {FactFile} from "../../data/fact-files.ts";
import {InputError} from "../../errors.ts";
import type {AdviceStart} from "./report-sections.ts";

const FOLDER = fileURLToPath(new URL("../../../portfolios/", import.meta.url));
const ENDING = ".yaml";

/** By name of file, in its order. */
export const shippedPortfolios = (folder = FOLDER): readonly FactFile[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => ({path: join(folder, name), bytes: readFileSync(join(folder, name))}));

/** `eu-bank`. */
export const portfolioName = ({path}: FactFile): string => basename(path, ENDING);

/** @throws InputError for a name that none has */
export function shippedPortfolio(name: string): FactFile {
  const files = shippedPortfolios();
  const found = files.find((file) => portfolioName(file) === name || basename(file.path) === name);
  if (found) return found;
  throw new InputError(
    "unknown",
    `example: ${name}; one of ${files.map(portfolioName).join(", ")} was expected`,
  );
}

export const startOf = (file: FactFile): AdviceStart => ({
  file: basename(file.path),
  lines: new TextDecoder().decode(file.bytes).split(/\r?\n/),
  advice: `advice.${portfolioName(file)}`,
});
