import {counted} from "../../quantity-text.ts";
import {filePolicy} from "../../web/content-policy.ts";
import {pageAssets} from "../../web/page-assets.ts";
import {siteFiles} from "../../web/site-files.ts";
import {siteFolder, writtenSite} from "../../web/written-site.ts";
import type {Command} from "../answer.ts";
import {first} from "./first.ts";
import {siteSource} from "./site-source.ts";

/** `lagline report`: the first screen; with `--out`, the page as files that need no server. */
export const report: Command = async (ask) => {
  if (typeof ask.flags.out !== "string") return first(ask);
  const folder = siteFolder(ask.flags.out);
  const assets = pageAssets();
  const written = await writtenSite(folder, siteFiles(await siteSource(ask, null), assets, filePolicy));
  return {
    json: () => ({folder, ...written}),
    lines: () => [
      `Wrote ${counted(written.files, "file")}, ${(written.bytes / 1e6).toFixed(1)} MB, to ${folder}.`,
      "Open index.html in a browser; nothing needs to be served.",
    ],
  };
};
