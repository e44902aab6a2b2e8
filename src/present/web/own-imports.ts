/** What the page does with files of the user's own: the imports of the command line, into the home folder. */
import {filledPortfolio} from "../../advise/usage/filled-portfolio.ts";
import type {Catalog} from "../../data/catalog.ts";
import {InputError} from "../../errors.ts";
import {importOwnFile} from "../../pipeline/own-file.ts";
import {ownUsage, workloadsBy} from "../../pipeline/own-usage.ts";
import type {Day} from "../../units.ts";
import type {OwnImports} from "./own-route.ts";

export interface OwnPlace {
  readonly home: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly catalog: () => Promise<Catalog>;
  /** Usage after it is not seen. */
  readonly asOf: Day | undefined;
}

export const ownImports = ({home, today, catalog, asOf}: OwnPlace): OwnImports => ({
  importFile: async (path) => importOwnFile(home, path, {catalog: await catalog(), today}),
  fillPortfolio: async (text) => {
    const workloads = await ownUsage(home, await catalog(), workloadsBy(home), asOf);
    if (workloads.length === 0)
      throw new InputError("insufficient", "usage: no request; a usage log with at least one was expected");
    return filledPortfolio(text, workloads);
  },
});
