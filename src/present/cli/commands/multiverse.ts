import {printable} from "../../plain-text.ts";
import {multiverseScreen} from "../../terminal/multiverse-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline multiverse`: the headline under every arguable choice. */
export const multiverse: Command = async ({pipeline, options, effects}) => {
  const found = await pipeline.multiverseFor(options, effects);
  return {json: () => found, lines: (page) => multiverseScreen(printable(found), page)};
};
