import {homeFolder} from "../../../cache/home-folder.ts";
import {factsNamed, NOW} from "../../../monitor/facts-named.ts";
import {changesBetween, revisionFor} from "../../../monitor/revision/revision-for.ts";
import {readings} from "../../../store/readings.ts";
import {printable} from "../../plain-text.ts";
import {changesScreen, revisionScreen} from "../../terminal/revision-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline diff A B`: the headline before and after, split over what changed, and tables of every change. */
export const diff: Command = async ({options, effects, args, flags, world}) => {
  const [from, to = NOW] = args as [string, string?];
  const named = (name: string) => ({name, folder: factsNamed(name, options.facts, world.env)});
  const [before, after] = [named(from), named(to)];
  const all = flags.all === true;
  if (flags.tables === true) {
    const changes = changesBetween(before.folder, after.folder);
    return {
      json: () => ({before: from, after: to, changes}),
      lines: (page) => changesScreen(printable(changes), all, page),
    };
  }
  const report = await revisionFor({before, after}, options, effects, readings(homeFolder(world.env)));
  return {json: () => report, lines: (page) => revisionScreen(printable(report), all, page)};
};
