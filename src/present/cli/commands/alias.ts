import {homeFolder} from "../../../cache/home-folder.ts";
import {didYouMean} from "../../../data/closest-name.ts";
import {feeds} from "../../../data/sources/feeds.ts";
import type {SettledAlias} from "../../../data/sources/model-names.ts";
import {InputError} from "../../../errors.ts";
import {isSameName, settledAliases, writeAliases} from "../../../monitor/sync/settled-aliases.ts";
import {syncDisk} from "../../../monitor/sync/sync-effects.ts";
import {unmatchedNames} from "../../../monitor/sync/sync-status.ts";
import {plainText, printable} from "../../plain-text.ts";
import {aliasScreen} from "../../terminal/alias-screen.ts";
import {wrapped} from "../../terminal/display-width.ts";
import type {Answer, Ask, Command} from "../answer.ts";

/** `lagline alias`: names that wait for a model, and what was settled. */
export const aliasList: Command = async ({world, flags}) => {
  const home = homeFolder(world.env);
  const settled = settledAliases(home, syncDisk);
  const isSettled = ({name, feed}: {name: string; feed: string}) =>
    settled.some((alias) => isSameName(alias.name, name) && (alias.feed === "" || alias.feed === feed));
  const list = {
    schema: "lagline-aliases/1" as const,
    settled: settled.map(({name, feed, model}) => ({name, feed: feed || null, model: model ?? null})),
    unmatched: unmatchedNames(home, syncDisk).filter((each) => !isSettled(each)),
  };
  return {json: () => list, lines: (page) => aliasScreen(printable(list), flags.all === true, page)};
};

/** `lagline alias set`: an upstream name is that model. */
export const aliasSet: Command = async (ask) => {
  const [name, model] = ask.args;
  const {catalog} = await ask.pipeline.catalogFor(ask.options);
  if (!catalog.models.has(model)) {
    throw new InputError(
      "unknown",
      `model: ${model}; the id of a model was expected, as lagline models lists them${didYouMean(model, catalog.models.keys())}`,
    );
  }
  return settle(ask, {name, feed: feedOf(ask), model}, `${name} is ${model} from the next sync on.`);
};

/** `lagline alias ignore`: an upstream name is none of ours. */
export const aliasIgnore: Command = async (ask) =>
  settle(
    ask,
    {name: ask.args[0], feed: feedOf(ask), model: undefined},
    `${ask.args[0]} is left out from the next sync on.`,
  );

/** `lagline alias remove`: nothing is settled about a name. */
export const aliasRemove: Command = async (ask) => {
  const home = homeFolder(ask.world.env);
  const [name] = ask.args;
  const settled = settledAliases(home, syncDisk);
  const feed = feedOf(ask);
  const left = settled.filter((alias) => !(isSameName(alias.name, name) && alias.feed === feed));
  if (left.length === settled.length) {
    const names = settled.map((alias) => alias.name);
    throw new InputError(
      "unknown",
      `alias: ${name}; a name that lagline alias lists as settled was expected${didYouMean(name, names)}`,
    );
  }
  writeAliases(home, left, syncDisk);
  return said(`Nothing is settled about ${name} any more.`, {
    name,
    feed: feed || null,
    model: null,
    removed: true,
  });
};

function settle({world}: Ask, alias: SettledAlias, says: string): Answer {
  const home = homeFolder(world.env);
  const {name, feed, model} = alias;
  if (name.trim() !== name || name === "" || name.length > 400 || /\p{Cc}/u.test(name)) {
    throw new InputError(
      "invalid",
      `name: ${JSON.stringify(name.slice(0, 80))}; one line without blanks at either end was expected`,
    );
  }
  const others = settledAliases(home, syncDisk).filter(
    (known) => !(isSameName(known.name, name) && known.feed === feed),
  );
  writeAliases(home, [...others, alias], syncDisk);
  return said(says, {name, feed: feed || null, model: model ?? null});
}

const said = (says: string, value: unknown): Answer => ({
  json: () => value,
  lines: (page) => wrapped(plainText(says), page.width),
});

function feedOf({flags}: Ask): string {
  const {source} = flags;
  if (typeof source !== "string") return "";
  const ids = feeds.map(({id}) => id);
  if (ids.includes(source)) return source;
  throw new InputError(
    "unknown",
    `feed: ${source}; one of ${ids.join(", ")} was expected${didYouMean(source, ids)}`,
  );
}
