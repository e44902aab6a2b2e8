/** The upstream snapshots as lag input: abilities from our own index fit, dates and openness as published. */
import {existsSync, readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {parseDateSpan} from "../../../src/dates.ts";
import {eciBootstrap} from "../../../src/measure/eci/eci-bootstrap.ts";
import {eciData} from "../../../src/measure/eci/eci-data.ts";
import {eciMethod} from "../../../src/measure/eci/eci-method.ts";
import {fitEci} from "../../../src/measure/eci/fit-eci.ts";
import type {AbilityDraws, Release} from "../../../src/measure/instrument.ts";

const reference = new URL("../../../../shared/reference/", import.meta.url);

export const referenceIsThere = existsSync(reference);
if (!referenceIsThere)
  console.log("Skipped: figures on the upstream snapshots, which are not beside this checkout.");

export interface ReferenceWorld {
  readonly abilities: AbilityDraws;
  readonly closed: readonly Release[];
  readonly open: readonly Release[];
  /** Results per model. */
  readonly counts: ReadonlyMap<string, number>;
}

const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(name, reference), "utf8"), {columns: true});

/**
 * The file of August 2026: openness is its accessibility group; models of unknown accessibility are on no side.
 */
export async function augustWorld(draws: number, seed = 1): Promise<ReferenceWorld> {
  const names = new Map(rowsOf("optimum_models.2026-08-11.csv").map((row) => [row.model_id, row.model]));
  const published = rowsOf("eci_scores.2026-08-11.csv");
  const facts = new Map(published.map((row) => [row.Model, row]));
  return world({
    rows: rowsOf("eci_benchmarks.2026-08-11.csv").map((row) => ({
      ...row,
      model: names.get(row.model_id) as string,
    })) as unknown as ResultRow[],
    draws,
    seed,
    date: (model) => facts.get(model)?.date as string,
    side: (model) => {
      const group = facts.get(model)?.["Accessibility group"];
      return group === "Closed weights" ? "closed" : group === "Open weights" ? "open" : undefined;
    },
  });
}

/** Names under which the December file has models whose weights were not downloadable then. */
const CLOSED_FAMILY =
  /^(PaLM|amazon\.nova|claude|gemini|gpt-|grok|mistral-(large-2402|medium)|o1|o3|o4|qwen-max|qwen3-max|Nemotron-4)/;

/** The file of December 2025, which does not say what is open. */
export const decemberWorld = async (draws: number): Promise<ReferenceWorld> => {
  const rows = rowsOf("eci_benchmarks.2025-12.csv") as unknown as ResultRow[];
  const dates = new Map(rows.map(({model, date}) => [model, date]));
  return world({
    rows,
    draws,
    seed: 1,
    date: (model) => dates.get(model) as string,
    side: (model) => (CLOSED_FAMILY.test(model) ? "closed" : "open"),
  });
};

interface ResultRow {
  readonly model: string;
  readonly benchmark: string;
  readonly performance: string;
  readonly date: string;
}

async function world({
  rows,
  draws,
  seed,
  date,
  side,
}: {
  rows: readonly ResultRow[];
  draws: number;
  seed: number;
  date: (model: string) => string;
  side: (model: string) => "closed" | "open" | undefined;
}): Promise<ReferenceWorld> {
  const fit = fitEci(
    eciData(
      rows.map(({model, benchmark, performance}) => ({model, benchmark, performance: Number(performance)})),
    ),
    eciMethod,
  );
  const {abilities} = await eciBootstrap(fit, {seed, draws});
  const releases = abilities.models.map((model, column): Release & {side: string | undefined} => {
    const span = parseDateSpan(date(model));
    if (!span) throw new Error(`no date for ${model}`);
    return {model, date: span, column, side: side(model)};
  });
  const counts = new Map<string, number>();
  for (const {model} of rows) counts.set(model, (counts.get(model) ?? 0) + 1);
  return {
    abilities,
    closed: releases.filter((release) => release.side === "closed"),
    open: releases.filter((release) => release.side === "open"),
    counts,
  };
}
