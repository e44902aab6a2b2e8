// Makes a fresh clone ready: installs the locked packages when they are missing or changed, then compiles
// src/ to dist/ when a source is newer. Plain JavaScript without dependencies, so that any Node from 20 on
// can run it before anything is installed. Prints nothing when there is nothing to do.
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);

/** Installed when npm's own record of the last install names this very lock file. */
function installed() {
  const stamp = at("node_modules", ".lagline-lock");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === readFileSync(at("package-lock.json"), "utf8");
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

/** What abilities are computed by; `src/version.ts` has the same list. */
const MEASURING =
  /^(?:numeric|data(?!\/(?:sources|evals|usage)\/)|measure)\/|^pipeline\/(?:instrument|measured)|^(?:units|dates|grouped|method)\.ts$/;

/** Hash of the sources: what was compiled is named by what it was compiled from. */
function contentHash(folder, counted = /./) {
  const hash = createHash("sha256");
  const names = readdirSync(folder, {recursive: true}).map((name) => String(name).replaceAll("\\", "/"));
  for (const name of names.sort()) {
    const path = join(folder, name);
    if (!counted.test(name) || !statSync(path).isFile()) continue;
    hash.update(name).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

function run(command, args, remedy) {
  const {status, error} = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  const why = error ? error.message : `exit code ${status}`;
  console.error(`lagline setup: \`${command} ${args.join(" ")}\` failed (${why}); ${remedy}.`);
  process.exit(1);
}

/** The Node that comes with the packages; this one where there is none for the platform. */
function pinnedNode() {
  const pinned = at("node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  return existsSync(pinned) ? pinned : process.execPath;
}

const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  console.error(
    `unsupported Node: ${process.versions.node}; lagline needs Node 20 or newer, see https://nodejs.org.`,
  );
  process.exit(2);
}

// A package that npm unpacked into somebody's node_modules comes compiled and has no lock file of its own.
if (existsSync(at("package-lock.json")) && existsSync(at("src"))) {
  if (!installed()) {
    console.error("lagline setup: installing packages, once (about half a minute) ...");
    run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "check the network and try again");
    writeFileSync(at("node_modules", ".lagline-lock"), readFileSync(at("package-lock.json")));
  }
  const stamp = at("dist", ".built");
  const sources = Math.max(newest(at("src")), statSync(at("tsconfig.json")).mtimeMs);
  if (!existsSync(stamp) || statSync(stamp).mtimeMs < sources) {
    console.error("lagline setup: compiling ...");
    // What was compiled from a source that is gone goes, too; the page has its own record of what it was built from.
    for (const name of existsSync(at("dist")) ? readdirSync(at("dist")) : []) {
      if (name !== "web") rmSync(at("dist", name), {recursive: true, force: true});
    }
    run(
      process.execPath,
      [at("node_modules", "typescript", "bin", "tsc"), "-p", at("tsconfig.json")],
      "see the lines above",
    );
    writeFileSync(stamp, `${contentHash(at("src"))}\n${contentHash(at("src"), MEASURING)}\n`);
  }
  const {isBuilt} = await import("./web-build.mjs");
  if (!isBuilt()) {
    console.error("lagline setup: building the page ...");
    run(pinnedNode(), [at("scripts", "web-build.mjs")], "see the lines above");
  }
}
