import {homeFolder} from "../../../cache/home-folder.ts";
import {factsVintage} from "../../../data/facts-vintage.ts";
import {stateOn, vintageStore} from "../../../store/vintage-store.ts";
import {printable} from "../../plain-text.ts";
import {vintagesScreen} from "../../terminal/vintages-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline vintages`: every kept state of the facts, newest first. */
export const vintages: Command = async ({options, flags, world}) => {
  const {records, damaged} = vintageStore(homeFolder(world.env)).list();
  const inUse = factsVintage(options.facts).hash;
  const rows = records
    .flatMap((record) => record.seen.map((sighting) => ({...record, ...sighting})))
    .sort((a, b) => (a.day === b.day ? b.order - a.order : a.day < b.day ? 1 : -1))
    .map(({hash, day, origin, coveredTo, models, benchmarks, results, prices, bytes}) => ({
      vintage: `v${hash.slice(0, 12)}`,
      hash,
      day,
      origin,
      coveredTo,
      models,
      benchmarks,
      results,
      prices,
      bytes,
    }));
  const answer = {
    inUse: `v${inUse.slice(0, 12)}`,
    inUseIsKept: records.some(({hash}) => hash === inUse),
    current: stateOn(records, world.today)?.hash ?? null,
    vintages: rows,
    damaged,
  };
  return {
    json: () => answer,
    lines: (page) => vintagesScreen(printable(answer), flags.all === true, page),
  };
};
