import {stripVTControlCharacters} from "node:util";
import {describe, expect, it} from "vitest";
import {displayWidth} from "../../src/present/terminal/display-width.ts";
import {quantitiesOf} from "../../src/report.ts";
import {syntheticReport, VARIANTS} from "./synthetic-report.ts";
import {run} from "./synthetic-world.ts";

const WIDTHS = [60, 80, 120];
const SCREENS = [
  [],
  ["gap"],
  ["models"],
  ["explain"],
  ["explain", "lag"],
  ["robustness"],
  ["multiverse"],
  ["model", "grove-9"],
  ["explain", "ability.grove-9"],
  ["labs"],
  ["lab", "commons"],
  ["lab", "larch"],
  ["law"],
  ["law", "--jurisdiction", "Arcadia", "--origin", "CN", "--open-weights"],
  ["use"],
  ["prices"],
  ["prices", "--model", "grove-9"],
  ["copying"],
  ["explain", "money.commons.runway"],
  ["forecast"],
  ["forecast", "--target", "open", "--months", "6"],
  ["forecast", "--target", "lag-year"],
  ["backtest"],
  ["explain", "forecast.lag.6"],
];
const NEEDS_MODEL = (argv: readonly string[]) =>
  argv.some((word) => /grove-9|commons|larch|forecast|backtest/.test(word));
/** Numbers as a screen prints them, with the true minus sign. */
const NUMBER = /[−+]?\d+\.\d/g;
const numberOf = (text: string) => Number(text.replace("−", "-"));

describe.each(SCREENS.map((argv) => ({argv, title: ["lagline", ...argv].join(" ")})))("$title", ({argv}) => {
  const variants = VARIANTS.filter((variant) => !(variant === "no-models" && NEEDS_MODEL(argv)));

  it.each(variants)("stays within the terminal at 60, 80 and 120 columns: %s", async (variant) => {
    for (const columns of WIDTHS) {
      const {out, code} = await run(argv, {report: syntheticReport(variant), columns, isTerminal: true});
      expect(code).toBe(0);
      const lines = stripVTControlCharacters(out).split("\n");
      expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
      expect(lines.length).toBeGreaterThan(3);
    }
  });

  it.each(variants)(
    "prints no escape sequence and no missing value in words of the machine: %s",
    async (variant) => {
      const {out} = await run(argv, {report: syntheticReport(variant)});
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(out).not.toMatch(/\b(NaN|undefined|null|Infinity|\[object)\b/);
    },
  );

  it("says the same in colour as without", async () => {
    const plain = await run(argv, {columns: 100});
    const coloured = await run([...argv, "--color"], {columns: 100});
    expect(coloured.out).toContain("\u001b[");
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
  });
});

describe("the first screen", () => {
  it("opens with the Report's own sentence", async () => {
    const report = syntheticReport();
    const {out} = await run([], {report, columns: 120});
    expect(out.split("\n")[0]).toBe(report.headline.sentence);
  });

  it("shows the headline's value and interval as the Report has them, to a tenth", async () => {
    const {headline} = syntheticReport();
    const {out} = await run([], {columns: 100});
    for (const [name, quantity] of [
      ["lag", headline.lag],
      ["gap", headline.gap],
      ["trend", headline.trend],
    ] as const) {
      const line = out.split("\n").find((text) => text.startsWith(`  ${name} `))!;
      const shown = line.match(NUMBER)!.map(numberOf);
      const meant = [quantity.value!, quantity.interval!.low!, quantity.interval!.high!];
      expect(shown).toHaveLength(3);
      for (const [index, value] of meant.entries())
        expect(Math.abs(shown[index]! - value)).toBeLessThanOrEqual(0.05001);
    }
  });

  it("shows every domain and access class with its value, or with the reason why there is none", async () => {
    const report = syntheticReport();
    const {out} = await run([], {report, columns: 100});
    for (const quantity of [...report.domains, ...report.access]) {
      const line = out.split("\n").find((text) => text.startsWith(`  ${quantity.label} `))!;
      if (quantity.value === null) expect(line).toContain(`no number: ${quantity.insufficient}`);
      else expect(Math.abs(numberOf(line.match(NUMBER)![0]) - quantity.value)).toBeLessThanOrEqual(0.05001);
    }
  });

  it("marks a value still running with at least, and its interval as unbounded", async () => {
    const {out} = await run([], {report: syntheticReport("censored"), columns: 100});
    expect(out).toMatch(/lag +≥ 5\.9 months +90% credible 4\.4 or more/);
  });

  it("shows a lead of open models as negative numbers with a true minus", async () => {
    const {out} = await run([], {report: syntheticReport("open-ahead"), columns: 100});
    expect(out).toMatch(/lag +−5\.9 months/);
    expect(out).not.toMatch(/-\d+\.\d/);
  });

  it("gives reasons instead of numbers when the evidence does not carry one", async () => {
    const {out} = await run([], {report: syntheticReport("insufficient"), columns: 100});
    expect(out).toMatch(/lag +no number +fewer than 3 closed records in the window/);
  });

  it("says that there is nothing to draw when no model has an ability", async () => {
    const {out} = await run([], {report: syntheticReport("no-models"), columns: 100});
    expect(out).toContain("there is no frontier to draw");
  });

  it("tells the two lines of the picture apart without colour: one is solid, one has holes", async () => {
    const {out} = await run([], {columns: 100});
    const plot = out
      .split("\n")
      .filter((line) => /[│┤]/.test(line) && /[\u2801-\u28ff]/.test(line))
      .join("\n");
    expect(plot).toMatch(/[\u2801-\u28ff]{6}/);
    expect(plot).toMatch(/(?:[⠁-⣿] ){3}/);
    expect(plot).toContain("Helios 11");
    expect(plot).toContain("Grove 9");
    expect(plot).toMatch(/├.*┤/);
  });

  it("ends with what it rests on and what to type next", async () => {
    const {about, headline} = syntheticReport();
    const {out} = await run([], {columns: 110});
    for (const part of [about.vintage, about.method, about.asOf, "clock: weights", "400 draws"])
      expect(out.replace(/\s+/g, " ")).toContain(part);
    expect(out).toContain(`lagline explain ${headline.lag.id}`);
  });
});

describe("lagline gap", () => {
  it("puts the instruments of one definition on one row", async () => {
    const {out} = await run(["gap"], {columns: 100});
    expect(out).toMatch(/catch-up time +≥ 6\.2 .* ≥ 6\.6/);
  });

  it("stands published estimates beside them with author, date, value as given and link", async () => {
    const {out} = await run(["gap"], {columns: 110});
    expect(out).toMatch(/The Bureau +2026-06-30 +about 8 months +no interval/);
    expect(out).toContain("https://example.org/bureau");
  });
});

describe("lagline models", () => {
  it("shows thirty and says how many more there are", async () => {
    const report = syntheticReport();
    const many = {
      ...report,
      models: Array.from({length: 45}, (_, i) => ({...report.models[0]!, model: `m${i}`, name: `M${i}`})),
    };
    const {out} = await run(["models"], {report: many, columns: 100});
    expect(out.match(/^ {2}M\d+ /gm)).toHaveLength(30);
    expect(out).toContain("15 more models: --top 45 shows all.");
  });

  it("keeps only what every filter allows", async () => {
    const {out} = await run(["models", "--open", "--licence", "permissive", "--fits", "200", "--json"]);
    const {models} = JSON.parse(out) as {
      models: {openness: string; licenceClass: string; memoryGb: number}[];
    };
    expect(models.length).toBeGreaterThan(0);
    for (const model of models) {
      expect(model.openness).toBe("open");
      expect(model.licenceClass).toBe("permissive");
      expect(model.memoryGb).toBeLessThanOrEqual(200);
    }
  });

  it("names the columns a narrow terminal has no room for", async () => {
    const {out} = await run(["models"], {columns: 60});
    expect(out).toMatch(/Not shown at this width: .*ECI/);
  });

  it("sorts what has no ability last", async () => {
    const {out} = await run(["models", "--json"]);
    const {models} = JSON.parse(out) as {models: {ability: number | null}[]};
    expect(models.at(-1)!.ability).toBeNull();
    const known = models.flatMap(({ability}) => (ability === null ? [] : [ability]));
    expect(known).toEqual([...known].sort((a, b) => b - a));
  });

  it("sorts by price from cheap to dear and by date from new to old", async () => {
    const models = async (order: string) =>
      (
        JSON.parse((await run(["models", "--sort", order, "--json"])).out) as {
          models: {outputPrice: number | null; weights: string | null; available: string; openness: string}[];
        }
      ).models;
    const prices = (await models("price")).flatMap(({outputPrice}) =>
      outputPrice === null ? [] : [outputPrice],
    );
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    const dates = (await models("date")).map(({openness, weights, available}) =>
      openness === "open" ? weights : available,
    );
    expect(dates).toEqual([...dates].sort().reverse());
  });
});

describe("lagline model", () => {
  it.each(["grove-9", "GROVE 9", "Sapling grove-9", "grove-9-latest"])(
    "finds the model under %s",
    async (name) => {
      const {out, code} = await run(["model", name], {columns: 100});
      expect(code).toBe(0);
      expect(out.split("\n")[0]).toBe("Grove 9");
    },
  );

  it("shows dates with their meaning, disputes, and results with their source", async () => {
    const {out} = await run(["model", "grove-9"], {columns: 110});
    expect(out).toMatch(/downloadable +2026-08-03: first public download of the weights/);
    expect(out).toContain("a mirror says 2026-08-01");
    expect(out).toMatch(/Alpha .* observatory/);
    expect(out).toContain("https://example.org/observatory");
  });

  it("shows prices of a host over time", async () => {
    const {out} = await run(["model", "helios-3"], {columns: 110});
    expect(out).toMatch(/Host One +0\.30 +– +1\.20 +2026-01-01 +2026-06-01/);
    expect(out).toMatch(/Host One +0\.25 +– +1 +2026-06-01/);
  });

  it("says why a model has no ability", async () => {
    const {out} = await run(["model", "sprout-1"], {columns: 110});
    expect(out).toContain("No ability: only 1 result on benchmarks of the index.");
  });
});

describe("lagline explain", () => {
  it("answers for every number of the Report and for every model's ability", async () => {
    const report = syntheticReport();
    const ids = [
      ...quantitiesOf(report).map(({id}) => id),
      ...report.models.map(({model}) => `ability.${model}`),
    ];
    expect(ids.length).toBeGreaterThan(50);
    for (const id of ids) {
      const {code, out} = await run(["explain", id, "--json"], {report});
      expect(code, id).toBe(0);
      expect((JSON.parse(out) as {quantity: {id: string}}).quantity.id).toBe(id);
    }
  });

  it("lists every id without an argument", async () => {
    const report = syntheticReport();
    const {out} = await run(["explain", "--all"], {report, columns: 110});
    for (const {id} of quantitiesOf(report)) expect(out).toContain(id);
  });

  it("shows the first rows with their count, and every row with --all", async () => {
    const report = syntheticReport();
    const wide = {
      ...report,
      headline: {
        ...report.headline,
        lag: {
          ...report.headline.lag,
          evidence: {...report.headline.lag.evidence, models: report.models.map(({model}) => model)},
        },
      },
    };
    const few = await run(["explain", "lag"], {report: wide, columns: 100});
    const all = await run(["explain", "lag", "--all"], {report: wide, columns: 100});
    const rows = (out: string) => out.split("\n").filter((line) => /observatory +CC BY/.test(line)).length;
    expect(rows(few.out)).toBe(12);
    expect(few.out).toContain(`${2 * report.models.length - 12} more: --all shows them.`);
    expect(rows(all.out)).toBe(2 * report.models.length);
  });
});
