import {readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");

/** The data flows one way: a file may import from its own layer or an earlier one. */
const LAYERS: readonly (readonly string[])[] = [
  [
    "units.ts",
    "dates.ts",
    "errors.ts",
    "grouped.ts",
    "choice.ts",
    "quantity.ts",
    "lab-report.ts",
    "forces-report.ts",
    "forecast-report.ts",
    "whatif-report.ts",
    "bets-report.ts",
    "advice-report.ts",
    "report.ts",
    "multiverse-report.ts",
    "revision-report.ts",
  ],
  ["numeric"],
  ["data"],
  ["options.ts", "pool", "cache", "store"],
  ["measure"],
  ["forces"],
  ["forecast"],
  ["bets"],
  ["advise"],
  ["method.ts", "method-rules.ts", "version.ts"],
  ["pipeline", "pipeline.ts"],
  ["monitor"],
  ["present"],
  ["index.ts"],
];

/** Folders that run unchanged in Node, in a worker and in a browser. */
const ISOMORPHIC = ["numeric", "measure", "forces", "forecast", "bets", "advise"];
const VAGUE = /^(utils?|helpers?|common|core|misc|types|managers?|services?)(\.ts)?$/;

const files = readdirSync(source, {recursive: true, encoding: "utf8"}).filter((name) => /\.tsx?$/.test(name));
const text = (file: string) => readFileSync(join(source, file), "utf8");
const imports = (file: string): string[] =>
  [...text(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]);
/** What is left at run time: a type import is erased, so two files may name each other's types. */
const loads = (file: string): string[] =>
  [...text(file).matchAll(/(?:^|\n)(?:import|export)\s+(?!type\b)[^;]*?from\s*"([^"]+)"/g)]
    .filter(([statement]) => !/\{\s*(?:type [\w$]+(?: as \w+)?,?\s*)+\}/.test(statement))
    .map((match) => match[1]);
const layerOf = (file: string): number => LAYERS.findIndex((layer) => layer.includes(file.split("/")[0]));

describe("the folders of src", () => {
  it("each belong to a layer", () => {
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
  });

  it("import only from their own layer or an earlier one", () => {
    const upward = files.flatMap((file) =>
      imports(file)
        .filter((name) => name.startsWith("."))
        .map((name) => relative(source, resolve(source, dirname(file), name)))
        .filter((target) => layerOf(target) > layerOf(file))
        .map((target) => `${file} -> ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it("have no import cycles", () => {
    const graph = new Map(
      files.map((file) => [
        file,
        loads(file)
          .filter((name) => name.startsWith("."))
          .map((name) => relative(source, resolve(source, dirname(file), name))),
      ]),
    );
    const cycles: string[] = [];
    const state = new Map<string, "open" | "done">();
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === "done") return;
      if (state.get(file) === "open") {
        cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
        return;
      }
      state.set(file, "open");
      for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
      state.set(file, "done");
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it("keep the engine free of Node, of the clock and of unseeded randomness", () => {
    const engine = files.filter((file) => ISOMORPHIC.includes(file.split("/")[0]));
    expect(engine.length).toBeGreaterThan(0);
    expect(engine.filter((file) => imports(file).some((name) => name.startsWith("node:")))).toEqual([]);
    expect(
      engine.filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(?:env|argv|cwd|exit|std|on|hrtime|platform)/.test(
          text(file),
        ),
      ),
    ).toEqual([]);
  });

  it("are not named for nothing in particular", () => {
    expect(files.flatMap((file) => file.split("/")).filter((part) => VAGUE.test(part))).toEqual([]);
  });

  it("hold small files: none over 350 lines", () => {
    const long = files.filter((file) => text(file).split("\n").length > 351);
    expect(long).toEqual([]);
  });
});
