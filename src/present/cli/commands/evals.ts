import {matchedEvals} from "../../../pipeline/own-evals.ts";
import {homeFolder} from "../../../cache/home-folder.ts";
import {evalsFolder, keptAliases, keptEvals} from "../../../store/own-evals.ts";
import {printable} from "../../plain-text.ts";
import {evalsScreen} from "../../terminal/evals-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline evals`: what was imported and the models it was matched to. Computes nothing. */
export const evals: Command = async ({pipeline, options, world}) => {
  const home = homeFolder(world.env);
  const {catalog} = await pipeline.catalogFor(options);
  const kept = keptEvals(home);
  const matched = matchedEvals(catalog, {kept, aliases: keptAliases(home)}, options.asOf);
  const files = kept.map(({file, sha256, imported, tool, toolVersion, ran, domain}) => ({
    file,
    sha256,
    imported,
    tool,
    toolVersion,
    ran,
    domain,
  }));
  const answer = {folder: evalsFolder(home), files, runs: matched.runs, later: matched.later};
  return {json: () => answer, lines: (page) => evalsScreen(printable(answer), page)};
};
