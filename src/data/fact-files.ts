/** The fact files of a folder, as bytes: what is there, before anything is understood. */
import {lstatSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {InputError} from "../errors.ts";
import {factsMethod} from "./facts-method.ts";

export interface FactFile {
  /** From the facts folder, with `/` between parts on every system. */
  readonly path: string;
  readonly bytes: Buffer;
}

const FACTS = /\.(csv|yaml)$/;
/** Text for people, the ledger of bets, and figures measured from facts lie beside them and are none. */
const NO_FACTS = /\.(md|jsonl|json)$/;
/** A facts folder is three levels deep; more is a loop or a mistake. */
const DEEPEST = 6;

/**
 * All `.csv` and `.yaml` files under `folder`, sorted by path. Text, ledgers, measured figures and hidden files are no facts.
 *
 * @throws InputError for a missing folder, a symbolic link, something that is no plain file, a file too large
 */
export function factFiles(folder: string): FactFile[] {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) {
    throw new InputError("missing", `facts folder: ${folder}; a folder of fact files was expected`, {
      file: folder,
    });
  }
  const files: FactFile[] = [];
  walk(folder, "", 0, files);
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function walk(folder: string, under: string, depth: number, files: FactFile[]): void {
  for (const entry of entriesOf(join(folder, under), under || folder)) {
    if (entry.name.startsWith(".") || NO_FACTS.test(entry.name)) continue;
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth === DEEPEST) {
        throw new InputError(
          "unsupported",
          `folder: ${path}; at most ${DEEPEST} folders deep were expected`,
          {
            file: path,
          },
        );
      }
      walk(folder, path, depth + 1, files);
    } else if (!entry.isFile()) {
      const kind = entry.isSymbolicLink() ? "symbolic link" : "special file";
      throw new InputError("unsupported", `${kind}: ${path}; plain files and folders were expected`, {
        file: path,
      });
    } else if (FACTS.test(entry.name)) {
      files.push({path, bytes: bytesOf(join(folder, path), path)});
    } else {
      throw new InputError("unknown", `file: ${path}; .csv, .yaml or .md was expected`, {file: path});
    }
  }
}

function entriesOf(folder: string, path: string) {
  try {
    return readdirSync(folder, {withFileTypes: true});
  } catch (error) {
    throw unreadable(path, error);
  }
}

function bytesOf(file: string, path: string): Buffer {
  const largest = path.endsWith(".csv") ? factsMethod.largestTable.value : factsMethod.largestRecord.value;
  try {
    const bytes = readFileSync(file);
    if (bytes.length <= largest) return bytes;
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new InputError(
    "unsupported",
    `size: ${lstatSync(file).size} bytes; at most ${largest} were expected`,
    {
      file: path,
    },
  );
}

function unreadable(path: string, error: unknown): InputError {
  const code = (error as NodeJS.ErrnoException).code ?? "unreadable";
  return new InputError("missing", `access: ${code}; a readable file was expected`, {file: path});
}
