import {statSync} from "node:fs";
import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {importUsageLogs} from "../../../store/usage/import-usage-logs.ts";
import {usageFormats} from "../../../store/usage/formats/all.ts";
import {printable} from "../../plain-text.ts";
import {usageImportScreen} from "../../terminal/usage-screen.ts";
import type {Command} from "../answer.ts";
import {oneOf} from "../report-options.ts";

/** `lagline usage import`: each file whole or not at all; what could be read of the others stays. */
export const usageImport: Command = async ({args, flags, effects, world}) => {
  const sources = usageFormats.map(({source}) => source);
  const from =
    flags.from === undefined
      ? undefined
      : oneOf("--from", typeof flags.from === "string" ? flags.from : "", sources, "csv");
  for (const path of args) {
    if (!statSync(path, {throwIfNoEntry: false})?.isFile())
      throw new InputError("missing", `file: ${path}; a usage log was expected`);
  }
  const imported = await importUsageLogs(homeFolder(world.env), args, {from, today: world.today}, (done) =>
    effects.progress("importing usage", done, args.length),
  );
  return {json: () => ({imported}), lines: (page) => usageImportScreen(printable(imported), page)};
};
