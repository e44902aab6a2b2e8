/** The built scripts and styles of the page, as bytes by file name. */
import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {InputError} from "../../errors.ts";

const FOLDER = fileURLToPath(new URL("../../../dist/web/", import.meta.url));

/** @throws InputError when the page has not been built */
export function pageAssets(folder = FOLDER): ReadonlyMap<string, Uint8Array> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => /\.(?:js|css)$/.test(name));
  } catch {
    names = [];
  }
  if (!names.includes("app.js")) {
    throw new InputError("missing", `page: ${folder} holds no app.js; \`npm run setup\` builds it`);
  }
  return new Map(names.sort().map((name) => [name, readFileSync(`${folder}/${name}`)]));
}
