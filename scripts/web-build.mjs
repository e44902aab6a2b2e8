// Builds the page that `lagline serve` and `lagline report` show, from src/present/web/app to dist/web.
//
// Every file is a classic script, because a page opened from a file share may not load modules: app.js is the frame
// with what all views use, plot.js is Observable Plot, and each folder of views/ becomes one view-<name>.js that is
// loaded when it is asked for. What they share is found on one global, `lagline`. what-if-worker.js hands over, as text,
// the engine that a view starts in a worker.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const app = join(root, "src/present/web/app");
const out = join(root, "dist/web");
const stamp = join(out, ".built");
const part = join(root, `dist/web.${process.pid}.part`);

const PLOT = "@observablehq/plot";
const WORKER = "what-if-worker.js";

/** Global names of what is loaded before a view. */
const SHARED = {
  preact: "lagline.preact",
  "preact/hooks": "lagline.hooks",
  "preact/jsx-runtime": "lagline.jsx",
  "@preact/signals": "lagline.signals",
  [PLOT]: "lagline.plot",
};
const isKit = (id) => /(?:^|[\\/])kit\.ts$/.test(id);

/** True while every source of the last build stands unchanged and none was added. */
export function isBuilt() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  const listed = readFileSync(stamp, "utf8").split("\n").filter(Boolean);
  const own = readdirSync(app, {recursive: true}).map((name) => join(app, String(name)));
  return [...listed.map((name) => join(root, name)), ...own].every(
    (file) => existsSync(file) && statSync(file).mtimeMs < built,
  );
}

async function build() {
  const {build: bundle} = await import("vite");
  const sources = new Set(["scripts/web-build.mjs", "package-lock.json"]);
  const script = ({name, entry, global, external = {}, banner = ""}) =>
    bundle({
      root: app,
      configFile: false,
      logLevel: "error",
      publicDir: false,
      // Modules have no addresses in a classic script; what asks for its own does without.
      define: {"process.env.NODE_ENV": '"production"', "import.meta.url": '""'},
      oxc: {jsx: {runtime: "automatic", importSource: "preact"}},
      // The page's own document stands in for the one that Node needs.
      resolve: {alias: {linkedom: join(app, "page-document.ts")}},
      plugins: [
        {
          name: "sources",
          moduleParsed: ({id}) => {
            if (id.startsWith(root) && !id.includes("node_modules")) sources.add(id.slice(root.length));
          },
        },
      ],
      build: {
        outDir: part,
        emptyOutDir: false,
        target: "es2022",
        lib: {
          entry: join(app, entry),
          formats: ["iife"],
          name: global,
          fileName: () => name,
          cssFileName: "app",
        },
        rolldownOptions: {
          external: (id) => id in external || (external === SHARED && isKit(id)),
          output: {extend: true, banner, globals: (id) => (isKit(id) ? "lagline.kit" : SHARED[id])},
        },
      },
    });
  mkdirSync(part, {recursive: true});
  const views = readdirSync(join(app, "views"), {withFileTypes: true}).filter((entry) => entry.isDirectory());
  await Promise.all([
    script({
      name: "app.js",
      entry: "app.tsx",
      global: "lagline",
      external: {[PLOT]: SHARED[PLOT]},
      // Filled by the scripts that come later.
      banner: "var lagline={plot:{},views:{}};",
    }),
    script({name: "plot.js", entry: "plot.ts", global: "lagline.plot"}),
    script({name: WORKER, entry: "worker/what-if-worker.ts", global: "worker"}),
    ...views.map(({name}) =>
      script({
        name: `view-${name}.js`,
        entry: `views/${name}/${name}-view.tsx`,
        global: `lagline.views.${name}`,
        external: SHARED,
      }),
    ),
  ]);
  // A page opened from a file may not start a worker by its address, but from a text that it holds.
  const worker = readFileSync(join(part, WORKER), "utf8");
  writeFileSync(join(part, WORKER), `lagline.whatIfWorker=${JSON.stringify(worker)};\n`);
  writeFileSync(join(part, ".built"), [...sources].sort().join("\n"));
  // Put there whole: two builds at a time end with one of the two.
  rmSync(out, {recursive: true, force: true});
  renameSync(part, out);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
