import {modelDossier, modelNamed} from "../../model-dossier.ts";
import {printable} from "../../plain-text.ts";
import {modelScreen} from "../../terminal/model-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline model <name>`: one model in full. The name is checked before anything is computed. */
export const model: Command = async ({pipeline, options, effects, args, flags}) => {
  const {catalog} = await pipeline.catalogFor(options);
  const {id} = modelNamed(catalog, args[0]!);
  const dossier = modelDossier(await pipeline.reportFor(options, effects), catalog, id);
  return {json: () => dossier, lines: (page) => modelScreen(printable(dossier), flags.all === true, page)};
};
