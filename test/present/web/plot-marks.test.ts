/** A mark that is drawn with but not named in plot.ts would be missing in the browser only. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, it} from "vitest";

const present = fileURLToPath(new URL("../../../src/present", import.meta.url));
const named = (text: string): string[] =>
  [...text.matchAll(/(?:import|export)\s*\{([^}]*)\}\s*from\s*"@observablehq\/plot"/g)].flatMap(([, names]) =>
    names!
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "" && !name.startsWith("type ")),
  );

it("the page's Plot holds every mark that is drawn with", () => {
  const offered = named(readFileSync(join(present, "web/app/plot.ts"), "utf8"));
  const files = ["web/app", "chart"].flatMap((folder) =>
    readdirSync(join(present, folder), {recursive: true, encoding: "utf8"})
      .filter((name) => /\.tsx?$/.test(name) && name !== "plot.ts")
      .map((name) => readFileSync(join(present, folder, name), "utf8")),
  );
  expect([...new Set(files.flatMap(named))].filter((name) => !offered.includes(name))).toEqual([]);
});
