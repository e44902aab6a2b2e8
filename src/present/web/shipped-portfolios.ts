/** The portfolios that ship, to start from; by line, because a string on its way to the page loses its line breaks. */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {AdviceSection} from "./report-sections.ts";

const FOLDER = fileURLToPath(new URL("../../../portfolios/", import.meta.url));

/** By name of file, in its order. */
export const shippedPortfolios = (folder = FOLDER): AdviceSection["starts"] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({file: name, lines: readFileSync(`${folder}/${name}`, "utf8").split(/\r?\n/)}));
