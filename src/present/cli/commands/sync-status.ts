import {homeFolder} from "../../../cache/home-folder.ts";
import {syncDisk} from "../../../monitor/sync/sync-effects.ts";
import {syncStatusOf} from "../../../monitor/sync/sync-status.ts";
import {printable} from "../../plain-text.ts";
import {syncStatusScreen} from "../../terminal/sync-status-screen.ts";
import type {Command} from "../answer.ts";

/** Something is in quarantine: a person should look. */
const KEPT_OUT = 10;

/** `lagline sync status`: what each feed last brought, and from which bytes. */
export const syncStatus: Command = async ({world}) => {
  const status = syncStatusOf(homeFolder(world.env), world.env, syncDisk);
  return {
    json: () => status,
    lines: (page) => syncStatusScreen(printable(status), page),
    exitCode: status.feeds.some(({quarantined}) => quarantined.length > 0) ? KEPT_OUT : 0,
  };
};
