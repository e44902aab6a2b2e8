import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {folderFetch} from "../../../monitor/sync/folder-fetch.ts";
import {sync} from "../../../monitor/sync/sync.ts";
import {processEffects} from "../../../monitor/sync/sync-effects.ts";
import {printable} from "../../plain-text.ts";
import {syncScreen} from "../../terminal/sync-screen.ts";
import type {Command} from "../answer.ts";
import {REPEATED} from "../assumptions.ts";

/**
 * `lagline sync`: news from every feed, believed or kept out. Neither no network nor a quarantine is an error: the last good
 * state stands, and what runs after a sync should run. `lagline sync status` tells a scheduler of what is kept out.
 */
export const syncCommand: Command = async ({flags, pipeline, effects, world}) => {
  if (flags.facts !== undefined || flags.vintage !== undefined) {
    throw new InputError(
      "unsupported",
      "flags: --facts or --vintage; a sync lays its rows over the shipped facts only",
    );
  }
  const outside = processEffects(effects.progress);
  const report = await sync(
    {
      home: homeFolder(world.env),
      shipped: pipeline.defaultOptions.facts,
      today: world.today,
      only: several(flags.source),
      accept: several(flags.accept),
      isDryRun: flags.dryRun === true,
      env: world.env,
    },
    typeof flags.from === "string"
      ? {...outside, fetch: folderFetch(flags.from), sleep: async () => {}}
      : outside,
  );
  return {
    json: () => report,
    lines: (page) => syncScreen(printable(report), flags.all === true, page),
  };
};

const several = (flag: string | boolean | undefined): string[] =>
  typeof flag === "string" ? [...new Set(flag.split(REPEATED))] : [];
