import {homeFolder} from "../../../cache/home-folder.ts";
import {syncDisk} from "../../../monitor/sync/sync-effects.ts";
import {syncStatusOf} from "../../../monitor/sync/sync-status.ts";
import {printable} from "../../plain-text.ts";
import {syncStatusScreen} from "../../terminal/sync-status-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline sync status`: what each feed last brought, and from which bytes. */
export const syncStatus: Command = async ({world}) => {
  const status = syncStatusOf(homeFolder(world.env), world.env, syncDisk);
  return {json: () => status, lines: (page) => syncStatusScreen(printable(status), page)};
};
