import {readdirSync, readFileSync, statSync} from "node:fs";
import {basename, extname, join} from "node:path";
import {parse} from "csv-parse/sync";
import {homeFolder} from "../../../cache/home-folder.ts";
import type {Catalog} from "../../../data/catalog.ts";
import {closestName} from "../../../data/closest-name.ts";
import {importLimits} from "../../../data/evals/eval-run.ts";
import {EVAL_ENDINGS} from "../../../data/evals/read-eval-file.ts";
import {InputError, InputErrors} from "../../../errors.ts";
import {matchedEvals} from "../../../pipeline/own-evals.ts";
import {type EvalImport, importEvals} from "../../../store/import-evals.ts";
import {evalDomains, keepAliases, keptAliases, keptEvals} from "../../../store/own-evals.ts";
import {printable} from "../../plain-text.ts";
import {importScreen} from "../../terminal/evals-screen.ts";
import type {Command} from "../answer.ts";
import {REPEATED} from "../assumptions.ts";
import {oneOf} from "../report-options.ts";

/** `lagline evals import`: reads files, keeps scores, and lists the names that no model of the catalog has. */
export const evalsImport: Command = async ({args, flags, pipeline, options, effects, world}) => {
  const home = homeFolder(world.env);
  const {catalog} = await pipeline.catalogFor(options);
  const domain =
    flags.domain === undefined ? undefined : oneOf("--domain", text(flags.domain), evalDomains, "coding");
  const benchmark = text(flags.benchmark)?.trim();
  if (benchmark === "") throw new InputError("invalid", "--benchmark: nothing; a name was expected");
  const aliases = givenAliases(text(flags.map), text(flags.aliases), catalog);
  if (args.length === 0 && aliases.size === 0)
    throw new InputError(
      "missing",
      "files: none; files or folders of results, or --map name=id, were expected",
    );

  const files = filesIn(args);
  const {imported, passedOver} = await importEvals(
    home,
    files,
    {metric: text(flags.metric), benchmark, domain, today: world.today},
    (done) => effects.progress("reading evals", done, files.length),
  );
  keepAliases(home, aliases);
  const matched = matchedEvals(catalog, {kept: keptEvals(home), aliases: keptAliases(home)}, undefined);
  const answer = {imported, passedOver, runs: matched.runs};
  return {json: () => answer, lines: (page) => importScreen(printable(answer), page)};
};

/** Files as given, and those in folders whose ending fits; links are not followed out of a folder. */
function filesIn(args: readonly string[]): EvalImport[] {
  const files: EvalImport[] = [];
  for (const arg of args) {
    const found = statSync(arg, {throwIfNoEntry: false});
    if (!found) throw new InputError("missing", `file: ${arg}; a file or folder of results was expected`);
    if (!found.isDirectory()) {
      files.push({path: arg, isNamed: true});
      continue;
    }
    for (const entry of readdirSync(arg, {recursive: true, withFileTypes: true})) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      if (EVAL_ENDINGS.includes(extname(entry.name).toLowerCase())) files.push({path, isNamed: false});
      if (files.length > importLimits.files.value)
        throw new InputError(
          "unsupported",
          `folder: ${arg} holds more than ${importLimits.files.value} files; a folder of results was expected`,
        );
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Names from --map and the alias file, each to a model that exists. */
function givenAliases(
  map: string | undefined,
  file: string | undefined,
  catalog: Catalog,
): Map<string, string> {
  const pairs: {name: string; id: string; place?: {file: string; row: number}}[] = [];
  for (const pair of map?.split(REPEATED) ?? []) {
    const at = pair.lastIndexOf("=");
    if (at <= 0) throw new InputError("invalid", `--map: ${pair}; name=catalog-id was expected`);
    pairs.push({name: pair.slice(0, at), id: pair.slice(at + 1).trim()});
  }
  if (file !== undefined) pairs.push(...aliasRows(file));
  const faults: InputError[] = [];
  const aliases = new Map<string, string>();
  for (const {name, id, place} of pairs) {
    if (catalog.models.has(id)) aliases.set(name, id);
    else {
      const closest = closestName(id, catalog.models.keys());
      const hint = closest === undefined ? "`lagline models` lists them" : `did you mean ${closest}?`;
      faults.push(
        new InputError(
          "unknown",
          `model: ${id || "nothing"}; the id of a model in the catalog was expected, ${hint}`,
          place,
        ),
      );
    }
  }
  if (faults.length > 0) throw faults.length === 1 ? faults[0] : new InputErrors(faults);
  return aliases;
}

function aliasRows(file: string) {
  if (!statSync(file, {throwIfNoEntry: false})?.isFile())
    throw new InputError("missing", `alias file: ${file}; a CSV with columns name and id was expected`);
  const rows = parse(readFileSync(file, "utf8"), {
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
  }) as string[][];
  const header = (rows[0] ?? []).map((title) => title.trim().toLowerCase());
  const [name, id] = [header.indexOf("name"), header.indexOf("id")];
  if (name < 0 || id < 0)
    throw new InputError("missing", "columns: name and id; both were expected in the header", {
      file: basename(file),
      row: 1,
    });
  return rows.slice(1).map((row, index) => ({
    name: row[name] ?? "",
    id: (row[id] ?? "").trim(),
    place: {file: basename(file), row: index + 2},
  }));
}

const text = (flag: string | boolean | undefined): string | undefined =>
  typeof flag === "string" ? flag : undefined;
