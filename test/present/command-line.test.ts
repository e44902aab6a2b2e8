import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {FitError, InputError, InputErrors} from "../../src/errors.ts";
import {multiverseSchema} from "../../src/multiverse-report.ts";
import {reportSchema} from "../../src/report.ts";
import {syntheticReport, VARIANTS} from "./synthetic-report.ts";
import {run} from "./synthetic-world.ts";

const failing = (error: unknown) => ({
  pipeline: {
    reportFor: async () => {
      throw error;
    },
  },
});

describe("exit codes", () => {
  it("is 0 for an answer", async () => {
    expect((await run([])).code).toBe(0);
  });

  it("is 2 for wrong input, with the sentence on stderr and nothing on stdout", async () => {
    const {code, out, err} = await run(
      [],
      failing(new InputError("invalid", "row: 7; eight were expected", {file: "a.csv", row: 3})),
    );
    expect({code, out, err}).toEqual({
      code: 2,
      out: "",
      err: "Invalid row: 7; eight were expected [a.csv:3]\n",
    });
  });

  it("is 2 for several faults, each on its own line", async () => {
    const faults = new InputErrors([
      new InputError("unknown", "lab: a"),
      new InputError("missing", "date: b"),
    ]);
    expect((await run([], failing(faults))).err).toBe("Unknown lab: a.\nMissing date: b.\n");
  });

  it("is 3 for a fit that did not settle", async () => {
    const {code, err} = await run([], failing(new FitError("ability", {iterations: 400, gradient: 0.02})));
    expect(code).toBe(3);
    expect(err).toContain("after 400 iterations");
  });

  it("is 70 for our bug, without a stack unless it is asked for", async () => {
    const bug = failing(new TypeError("x is not a function"));
    const quiet = await run([], bug);
    expect(quiet.code).toBe(70);
    expect(quiet.err).toContain("This is a bug in lagline");
    expect(quiet.err).not.toMatch(/^\s+at /m);
    expect((await run([], {...bug, env: {LAGLINE_DEBUG: "1"}})).err).toMatch(/^\s+at /m);
  });

  it("is 0 and silent when the reader went away", async () => {
    const {code, err} = await run([], failing(Object.assign(new Error("write EPIPE"), {code: "EPIPE"})));
    expect({code, err}).toEqual({code: 0, err: ""});
  });
});

describe("what is refused, in one sentence that names place and remedy", () => {
  it.each([
    [["--as-of", "2026-02-30"], /Invalid --as-of: "2026-02-30"; a calendar day as YYYY-MM-DD was expected\./],
    [["--as-of", "2026-02"], /calendar day/],
    [["--as-of", "2026-09-16"], /not after today, 2026-09-15/],
    [["--dates", "foo"], /Invalid --dates: "foo"; announced, available or weights was expected/],
    [["--instrument", "arena"], /lagline or eci was expected/],
    [["--draws", "-5"], /Invalid --draws: "-5"; a whole number from 20 to 20,000 was expected/],
    [["--draws", "1e9"], /--draws: "1e9"/],
    [["--draws", "1000000000"], /20 to 20,000/],
    [["--draws", "0"], /20 to 20,000/],
    [["--seed", "1.5"], /--seed: "1.5"/],
    [["--facts", ""], /Invalid --facts: ""/],
    [["--facts", "/no/such/folder"], /Missing folder of facts: "\/no\/such\/folder"/],
    [["--facts", "package.json"], /a folder was expected, this is a file/],
    [["gpa"], /Unknown command: gpa; .*gap/],
    [["multivers"], /did you mean multiverse\?/],
    [["--jsn"], /Unknown option: --jsn; did you mean --json\?/],
    [["model"], /Missing argument: name/],
    [["model", "a", "b"], /too many arguments/],
    [["model", "grove-"], /Unknown model: grove-; did you mean grove-1, /],
    [["model", "../../etc/passwd"], /Unknown model: \.\.\/\.\.\/etc\/passwd/],
    [["model", ""], /Unknown model/],
    [["explain", "lag.domain.codin"], /did you mean lag\.domain\.coding\?/],
    [["explain", "ability."], /Unknown number/],
    [["explain", "__proto__"], /Unknown number: __proto__/],
    [["models", "--open", "--closed"], /Conflicting filters/],
    [["models", "--lab", "Comons"], /did you mean Commons\?/],
    [["models", "--country", "ZZ"], /Unknown country: ZZ/],
    [["models", "--fits", "much"], /--fits: "much"/],
    [["models", "--fits", "-1"], /--fits: "-1"/],
    [["models", "--sort", "size"], /ability, date or price was expected/],
    [["models", "--top", "0"], /--top: "0"/],
    [["lab"], /Missing argument: name/],
    [["lab", "comons"], /Unknown lab: comons; did you mean commons\?/],
    [["lab", "../../etc/passwd"], /Unknown lab: \.\.\/\.\.\/etc\/passwd; `lagline labs` lists them/],
    [["lab", ""], /Unknown lab/],
    [["law", "--jurisdiction", "Arcada"], /Unknown jurisdiction: Arcada; did you mean Arcadia\?/],
    [["law", "--jurisdiction", "Nowhere land"], /Unknown jurisdiction: Nowhere land; one of Arcadia, /],
    [["law", "--origin", "FR"], /Invalid --origin: "FR"; US, CN, other or unknown was expected/],
    [["law", "--hosting", "self-hostd"], /did you mean self-hosted\?/],
    [["law", "--sector", "banking"], /Invalid --sector: "banking"/],
    [["law", "--lab", "nobody"], /Unknown lab: nobody/],
    [["law", "--open-weights", "--closed-weights"], /Conflicting flags/],
    [["prices", "--model", "grove-"], /Unknown model: grove-; did you mean/],
    [["prices", "--modl", "x"], /did you mean --model\?/],
    [["explain", "money.comons.runway"], /did you mean money\.commons\.runway\?/],
    [["chart", "pie"], /frontiers, lag-by, definitions or forecast was expected/],
    [["chart", "frontiers", "--out", ""], /Invalid --out: ""/],
    [["chart", "frontiers", "--out", "/no/such/folder/a.svg"], /Missing folder: \/no\/such\/folder/],
  ] as [string[], RegExp][])("%j", async (argv, sentence) => {
    const {code, out, err} = await run(argv);
    expect(err).toMatch(sentence);
    expect({code, out}).toEqual({code: 2, out: ""});
    expect(err).not.toMatch(/^\s+at /m);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("names all wrong flags at once", async () => {
    const {err} = await run(["--dates", "foo", "--draws", "-5"]);
    expect(err.trim().split("\n")).toHaveLength(2);
  });

  it("never fails otherwise than with a sentence, whatever is typed", async () => {
    const word = fc.oneof(
      fc.string({maxLength: 12}),
      fc.constantFrom(
        "gap",
        "model",
        "models",
        "explain",
        "chart",
        "--json",
        "--as-of",
        "--top",
        "--draws",
        "--",
        "-",
        "\u001b[2J",
        "grove-9",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, {maxLength: 4}), async (argv) => {
        if (argv.includes("--out") || argv.some((text) => text.startsWith("--o"))) return;
        const {code, err} = await run(argv);
        expect([0, 2]).toContain(code);
        expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      }),
      {numRuns: 150, seed: 7},
    );
  });
});

describe("--json", () => {
  it.each(VARIANTS)(
    "prints the Report as one JSON value that the schema accepts unchanged: %s",
    async (variant) => {
      const report = syntheticReport(variant);
      const {out} = await run(["--json"], {report});
      expect(reportSchema.parse(JSON.parse(out))).toEqual(report);
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    },
  );

  it("prints parts that the Report's own schema accepts", async () => {
    const gap = JSON.parse((await run(["gap", "--json"])).out) as unknown;
    const part = {
      about: true,
      headline: true,
      definitions: true,
      whyTheyDiffer: true,
      published: true,
      domains: true,
      access: true,
      groups: true,
      exclusions: true,
    } as const;
    expect(() => reportSchema.pick(part).parse(gap)).not.toThrow();
    const robustness = JSON.parse((await run(["robustness", "--json"])).out) as unknown;
    expect(() => reportSchema.pick({about: true, robustness: true}).parse(robustness)).not.toThrow();
    expect(() => multiverseSchema.parse(JSON.parse("{}"))).toThrow();
    const {out} = await run(["multiverse", "--json"]);
    expect(() => multiverseSchema.parse(JSON.parse(out))).not.toThrow();
  });

  it.each([
    ["models"],
    ["labs"],
    ["lab", "commons"],
    ["law"],
    ["use"],
    ["prices"],
    ["copying"],
    ["explain", "money.commons.cash"],
    ["model", "grove-9"],
    ["explain"],
    ["explain", "lag"],
    ["chart", "lag-by"],
  ])("holds one value for %s %s", async (...words) => {
    const {out} = await run([...words.filter(Boolean), "--json"]);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });

  it("is understood before and after the command's name", async () => {
    const after = await run(["gap", "--json", "--dates", "announced"]);
    const before = await run(["--json", "--dates", "announced", "gap"]);
    expect(before.out).toBe(after.out);
    expect(before.asked[0]!.dates).toBe("announced");
  });
});

describe("flags", () => {
  it("reach the pipeline", async () => {
    const {asked} = await run([
      "--as-of",
      "2026-03-01",
      "--dates",
      "available",
      "--instrument",
      "eci",
      "--seed",
      "9",
      "--draws",
      "50",
    ]);
    expect(asked[0]).toMatchObject({asOf: 20_513, dates: "available", instrument: "eci", seed: 9, draws: 50});
  });

  it("leave the pipeline's own choices alone when absent", async () => {
    const {asked} = await run([]);
    expect(asked[0]).toMatchObject({dates: "weights", instrument: "lagline", seed: 1, draws: 400});
    expect(asked[0]!.asOf).toBeUndefined();
  });

  it("--no-cache keeps the cache away", async () => {
    const seen: unknown[] = [];
    const cache = {read: () => undefined, write: () => {}};
    const pipeline = {
      fileCache: () => cache,
      reportFor: async (_: unknown, effects: {cache: unknown}) => {
        seen.push(effects.cache);
        return syntheticReport();
      },
    };
    await run([], {pipeline});
    await run(["--no-cache"], {pipeline});
    await run(["gap", "--no-cache"], {pipeline});
    expect(seen).toEqual([cache, undefined, undefined]);
  });

  it("help is printed for lagline and for each command without computing anything", async () => {
    const pipeline = {
      reportFor: async () => {
        throw new Error("computed");
      },
    };
    for (const words of [
      [],
      ["gap"],
      ["models"],
      ["model"],
      ["explain"],
      ["robustness"],
      ["multiverse"],
      ["chart"],
      ["labs"],
      ["lab"],
      ["law"],
      ["use"],
      ["prices"],
      ["copying"],
    ]) {
      const {code, out, err} = await run([...words, "--help"], {pipeline, columns: 80});
      expect({code, err}).toEqual({code: 0, err: ""});
      expect(out).toContain("Usage: lagline");
      expect(out).toContain("Examples:");
      expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    }
  });

  it("--version prints the package's version", async () => {
    const {version} = JSON.parse(readFileSync("package.json", "utf8")) as {version: string};
    expect((await run(["--version"])).out).toBe(`lagline ${version}\n`);
  });
});

describe("colour", () => {
  const hasColour = async (argv: string[], setting: Parameters<typeof run>[1]) =>
    (await run(argv, setting)).out.includes("\u001b[");

  it("appears on a terminal only, unless the person says otherwise", async () => {
    expect(await hasColour([], {isTerminal: true})).toBe(true);
    expect(await hasColour([], {})).toBe(false);
    expect(await hasColour(["--color"], {})).toBe(true);
    expect(await hasColour(["--no-color"], {isTerminal: true})).toBe(false);
    expect(await hasColour([], {isTerminal: true, env: {NO_COLOR: "1"}})).toBe(false);
    expect(await hasColour([], {isTerminal: true, env: {NO_COLOR: ""}})).toBe(true);
    expect(await hasColour([], {env: {FORCE_COLOR: "1"}})).toBe(true);
    expect(await hasColour([], {isTerminal: true, env: {FORCE_COLOR: "0"}})).toBe(false);
    expect(await hasColour([], {isTerminal: true, env: {TERM: "dumb"}})).toBe(false);
  });
});

describe("progress", () => {
  it("stays on stderr, rewrites one line on a terminal, and is gone at the end", async () => {
    const {err, out} = await run([], {isTerminal: true, progress: true, tick: 100});
    expect(err).toMatch(/\r\u001b\[2Kdrawing abilities/);
    expect(err.endsWith("\r\u001b[2K")).toBe(true);
    expect(out).not.toContain("drawing abilities");
  });

  it("is one plain line per stage elsewhere, and only when the work is long", async () => {
    expect((await run([], {progress: true, tick: 1})).err).toBe("");
    expect((await run([], {progress: true, tick: 5_000})).err).toBe("lagline: drawing abilities ...\n");
  });
});

describe("names from facts", () => {
  it("cannot move the cursor, change colours or reverse the text of any screen", async () => {
    const report = syntheticReport("hostile-names");
    for (const argv of [
      [],
      ["gap"],
      ["models"],
      ["model", "grove-9"],
      ["explain", "lag"],
      ["chart", "frontiers"],
      ["labs"],
      ["lab", "commons"],
      ["law"],
      ["use"],
      ["prices"],
      ["copying"],
    ]) {
      const {out} = await run(argv, {report, isTerminal: false});
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });

  it("cannot do so through an error message either", async () => {
    const {err} = await run(["model", "\u001b]0;owned\u0007"]);
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe("lagline chart", () => {
  const folder = () => mkdtempSync(join(tmpdir(), "lagline-chart-"));

  it("writes the picture whole, leaves nothing beside it, and refuses to overwrite without --force", async () => {
    const at = folder();
    const file = join(at, "frontiers.svg");
    expect((await run(["chart", "frontiers", "--out", file])).code).toBe(0);
    const svg = readFileSync(file, "utf8");
    expect(svg).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(readdirSync(at)).toEqual(["frontiers.svg"]);
    writeFileSync(file, "mine");
    const refused = await run(["chart", "frontiers", "--out", file]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("--force overwrites it");
    expect(readFileSync(file, "utf8")).toBe("mine");
    expect((await run(["chart", "frontiers", "--out", file, "--force"])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(svg);
  });

  it("goes to standard output without --out", async () => {
    expect((await run(["chart", "definitions"])).out).toMatch(/^<svg .*<\/svg>\n$/s);
  });
});
