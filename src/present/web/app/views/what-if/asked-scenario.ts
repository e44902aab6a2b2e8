/**
 * What is asked, as the address carries it: `#/what-if/anti-distillation-rule?copying.cut=80%25&paths=2000`.
 *
 * A link that is given away also names what the answer was made from, so that whoever opens it elsewhere is told when the
 * numbers there are others.
 */
import type {About} from "../../../../../report.ts";
import {OWN, ownChanges} from "../../../../../forecast/scenario/own-changes.ts";
import {type RawChange, type Setting, settledChanges} from "../../../../../forecast/scenario/settings.ts";
import type {ShippedScenario} from "../../../../../pipeline/whatif.ts";
import {hrefOf, type Route} from "../../kit.ts";
import {fieldsOf} from "./lever-fields.ts";

export interface AskedScenario {
  readonly name: string;
  readonly settings: readonly Setting[];
  /** As the address says; nothing where it is silent. */
  readonly paths: string;
}

export const USUAL_PATHS = 10_000;
const PATHS = {least: 100, most: 100_000};

/** Settings are the parameters with a dot in their name. */
export const askedIn = ({path, params}: Route): AskedScenario => ({
  name: path[0] ?? "",
  settings: [...params].flatMap(([key, value]) => (key.includes(".") ? [{key, value}] : [])),
  paths: params.get("paths") ?? "",
});

/** @returns a sentence where it is no number of paths that a page can run */
export function pathsOf({paths}: AskedScenario): number | string {
  if (paths === "") return USUAL_PATHS;
  const count = Number(paths);
  return /^\d{1,9}$/.test(paths) && count >= PATHS.least && count <= PATHS.most
    ? count
    : `invalid paths: ${paths.slice(0, 20)}; a whole number from ${PATHS.least} to ${PATHS.most} was expected`;
}

/** The changes with the settings in them, as far as they name anything. */
export const changesOf = (
  {name, settings}: AskedScenario,
  shipped: readonly ShippedScenario[],
): readonly RawChange[] =>
  settledChanges(
    name === OWN ? ownChanges(settings) : (shipped.find(({id}) => id === name)?.changes ?? []),
    settings,
    fieldsOf,
  ).changes;

/** The name of a field of change i among all: `copying.cut`, or `funding.2.by` where there are several of the kind. */
export function keyOf(changes: readonly RawChange[], i: number, field: string): string {
  const kind = changes[i]!.change!;
  const alike = changes.flatMap((change, at) => (change.change === kind ? [at] : []));
  return alike.length === 1 ? `${kind}.${field}` : `${kind}.${alike.indexOf(i) + 1}.${field}`;
}

/** All fields of changes as settings: one's own scenario after one was added or taken away. */
export const settingsOf = (changes: readonly RawChange[]): Setting[] =>
  changes.flatMap((change, i) =>
    Object.entries(change).flatMap(([field, value]) =>
      field === "change" ? [] : [{key: keyOf(changes, i, field), value}],
    ),
  );

/** The address of a question; other parameters are kept by whoever adds them. */
export const hrefFor = (
  {name, settings, paths}: AskedScenario,
  more: Readonly<Record<string, string | undefined>> = {},
): string =>
  hrefOf("what-if", name === "" ? [] : [name], {
    ...Object.fromEntries(settings.map(({key, value}) => [key, value])),
    paths,
    ...more,
  });

/** What an answer is made from, as a link names it. */
const MADE_FROM = {
  facts: ({vintage}: About) => vintage,
  method: ({method}: About) => method,
  "as-of": ({asOf}: About) => asOf,
  clock: ({dates}: About) => dates,
  instrument: ({instrument}: About) => instrument,
  draws: ({draws}: About) => String(draws),
  seed: ({seed}: About) => String(seed),
} as const;

export const linkFor = (asked: AskedScenario, about: About): string =>
  hrefFor(
    {...asked, paths: String(pathsOf(asked))},
    Object.fromEntries(Object.entries(MADE_FROM).map(([name, of]) => [name, of(about)])),
  );

/** What a link was made from that this page was not; empty where the answer is the one that was sent. */
export const differencesFrom = ({params}: Route, about: About): string[] =>
  Object.entries(MADE_FROM).flatMap(([name, of]) => {
    const sent = params.get(name);
    return sent === undefined || sent === of(about)
      ? []
      : [`${name} ${sent.slice(0, 40)}, here ${of(about)}`];
  });

/** The same question on the command line, a flag with its value to a part. */
export function commandFor(
  asked: AskedScenario,
  {asOf, coveredTo, dates, instrument, seed, draws}: About,
): string[] {
  const flags = [
    ...asked.settings.map(({key, value}) => ["--set", `${key}=${value}`]),
    ["--paths", String(pathsOf(asked))],
    ["--seed", String(seed)],
    ...(draws === USUAL_DRAWS ? [] : [["--draws", String(draws)]]),
    ...(asOf === coveredTo ? [] : [["--as-of", asOf]]),
    ...(dates === "weights" ? [] : [["--dates", dates]]),
    ...(instrument === "lagline" ? [] : [["--instrument", instrument]]),
  ];
  return [["lagline", "whatif", asked.name], ...flags].map((words) => words.map(shellWord).join(" "));
}

const USUAL_DRAWS = 500;

/** As a shell takes it as it stands, whatever is in it. */
const shellWord = (word: string): string =>
  /^[\w.=%+:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
