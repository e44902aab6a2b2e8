/** The page's scripts as they are now: built anew when a source has changed since. */
import {spawnSync} from "node:child_process";
import {fileURLToPath} from "node:url";
import {isBuilt} from "../../scripts/web-build.mjs";
import {pageAssets} from "../../src/present/web/page-assets.ts";

export function builtPage(): ReadonlyMap<string, Uint8Array> {
  if (!isBuilt()) {
    const script = fileURLToPath(new URL("../../scripts/web-build.mjs", import.meta.url));
    const {status, stderr} = spawnSync(process.execPath, [script], {encoding: "utf8"});
    if (status !== 0) throw new Error(`the page could not be built: ${stderr}`);
  }
  return pageAssets();
}
