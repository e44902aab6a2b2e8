import {describe, expect, it} from "vitest";
import {forceQuantitiesOf, labQuantitiesOf} from "../../src/forces-report.ts";
import {panelChanges} from "../../src/present/terminal/forces-panel.ts";
import {numberText, valueText} from "../../src/present/quantity-text.ts";
import {syntheticReport} from "./synthetic-report.ts";
import {run} from "./synthetic-world.ts";

const flat = (text: string) => text.replace(/\s+/g, " ");
const wide = {columns: 110};

describe("lagline labs", () => {
  it("gives a lab on its own money its runway, chances, revenue and last open flagship", async () => {
    const {out} = await run(["labs"], wide);
    expect(out).toMatch(
      /commons +18\.4 m\* +4\.4 or more +30% +60% +40% +\$420m +2026-08-02 +42% short-notice end/,
    );
  });

  it("gives a lab with a parent the parent and no runway", async () => {
    const {out} = await run(["labs"], wide);
    expect(out).toMatch(/larch +Conifer Group +\$420m +2026-08-02/);
    expect(out).not.toMatch(/larch.*\d m\b/);
  });

  it("keeps the runway and its interval on a narrow terminal, and names what it leaves out", async () => {
    const {out} = await run(["labs"], {columns: 60});
    expect(out).toMatch(/commons +18\.4 m\*/);
    expect(flat(out)).toMatch(/Not shown at this width: .*last open/);
  });
});

describe("the back-tests under lagline labs", () => {
  it("stand at the end, in the words of the report", async () => {
    const [backtest] = syntheticReport().forces!.backtests;
    const text = flat((await run(["labs"], wide)).out);
    const at = text.indexOf("How these numbers did in the past");
    expect(at).toBeGreaterThan(text.indexOf("whose runway is the will of a parent"));
    expect(text.slice(at)).toContain(`${backtest!.question} ${backtest!.says}`);
  });

  it("are among the data, and each number can be explained", async () => {
    const {backtests} = JSON.parse((await run(["labs", "--json"])).out) as {backtests: unknown};
    expect(backtests).toEqual(syntheticReport().forces!.backtests);
    expect((await run(["explain", "backtest.revenue.coverage"], wide)).code).toBe(0);
  });
});

describe("the continuity of a model", () => {
  const base = syntheticReport();
  const grove = base.models.find(({model}) => model === "grove-9")!;
  const closed = base.models.find(({openness}) => openness === "closed")!;
  const made = (lab: string) => ({
    ...base,
    forces: {...base.forces!, labs: base.forces!.labs.slice(0, 1).map((one) => ({...one, id: lab}))},
  });

  it("keeps weights and service apart, with the numbers of the report", async () => {
    const report = made(grove.lab);
    const text = flat((await run(["model", "grove-9"], {...wide, report})).out);
    const {weights, service} = report.forces.labs[0]!.continuity;
    const [held, called] = [text.indexOf("Weights you hold"), text.indexOf("Service you call")];
    expect(held).toBeGreaterThan(0);
    expect(called).toBeGreaterThan(held);
    expect(text.slice(held, called)).toContain(
      `${valueText(weights.noNewFlagship)} for no new open flagship within 12 months`,
    );
    expect(text.slice(called)).toContain("ends on 2026-12-01 (120 days of notice)");
    for (const {label, within} of service.hazards)
      expect(text.slice(called)).toContain(`${label} ${valueText(within!)}`);
  });

  it("says of a closed model that there are no weights to hold, and of no end that none is announced", async () => {
    const {out} = await run(["model", closed.model], {...wide, report: made(closed.lab)});
    expect(flat(out)).toContain("Weights you hold: none");
    expect(flat(out)).toContain("Service you call: no end is announced for it.");
  });

  it("is left out where the facts know nothing of the forces or of the lab", async () => {
    for (const report of [{...base, forces: null}, made("nobody")]) {
      const {code, out} = await run(["model", "grove-9"], {...wide, report});
      expect(code).toBe(0);
      expect(out).not.toContain("Service you call");
    }
  });
});

describe("lagline lab", () => {
  it.each(["commons", "COMMONS", "Commons"])("finds the lab under %s", async (name) => {
    expect((await run(["lab", name], wide)).out.split("\n")[0]).toBe("Commons");
  });

  it("shows each figure with interval, count of facts, weakest source and who speaks", async () => {
    const {out} = await run(["lab", "commons"], wide);
    expect(out).toMatch(/cash +\$900m +\$450m to \$1\.8bn +2 +B\/medium +facts/);
    expect(out).toMatch(/months of cash +18\.4 +4\.4 or more +2 +B\/medium +facts\+prior/);
  });

  it("keeps the continuity of weights apart from that of the service", async () => {
    const {out} = await run(["lab", "commons"], wide);
    const [weights, service] = [
      out.indexOf("Continuity of weights"),
      out.indexOf("Continuity of the service"),
    ];
    expect(weights).toBeGreaterThan(0);
    expect(service).toBeGreaterThan(weights);
    expect(out.slice(weights, service)).toContain("20% for none within 12 months");
    expect(out.slice(service)).toMatch(/retires a model under six months' notice +42%/);
  });

  it("marks what the prior alone says", async () => {
    expect((await run(["lab", "commons"], wide)).out).toMatch(/fails as a company +3% .*prior alone/);
  });

  it("gives the notice beside the promise, and what is still to come", async () => {
    const text = flat((await run(["lab", "commons"], wide)).out);
    expect(text).toContain("median 92 days over 1 retirement");
    expect(text).toContain("180 days are promised; 1 of 1 gave less");
    expect(text).toContain("Announced and still to come: 2026-12-01 Grove 4 ends.");
  });

  it("does not say that a model is still withheld when the end is only not known to the day", async () => {
    const {out} = await run(["lab", "commons"], wide);
    expect(out).toContain("2026-04-01 for some days helios-9");
    expect(out).toContain("2026-05-01 to now helios-10");
  });

  it("shows the rows behind the figures with page, grade and day", async () => {
    const {out} = await run(["lab", "commons"], wide);
    expect(out).toMatch(/2026-08-01 +cash · \$800m to \$1\.0bn · reported/);
    expect(flat(out)).toContain(
      "B edited news, medium confidence · published 2026-08-02 · https://example.org/commons-2026-08-01-cash",
    );
  });

  it("says whose will the runway is, and prints no number for it", async () => {
    const {out} = await run(["lab", "larch"], wide);
    expect(flat(out)).toContain(
      "months of cash: larch is paid for by Conifer Group: its runway is the will of Conifer Group.",
    );
    expect(out).not.toContain("chance of running short");
  });
});

describe("a reader's own assumptions", () => {
  const stated = syntheticReport().forces!.labs[0]!.money.breakEven;
  const asked: unknown[] = [];
  const pipeline = {
    breakEvensFor: async (_: unknown, assumptions: unknown) => {
      asked.push(assumptions);
      const doubled = stated.map((one) => ({...one, value: one.value === null ? null : one.value / 2}));
      return new Map([["commons", doubled]]);
    },
  };

  it("replace the figures of the break-even, and are named beside them", async () => {
    const argv = ["lab", "commons", "--assume", "gross-margin=0.6", "--assume", "keep-pace-share=1"];
    const {code, out} = await run(argv, {...wide, pipeline});
    expect(code).toBe(0);
    expect(asked.at(-1)).toEqual({
      grossMargin: {low: 0.6, mode: 0.6, high: 0.6},
      keepPaceShareOfFrontier: 1,
    });
    expect(out).toContain("under your assumptions: gross-margin 0.6, keep-pace-share 1");
    const shown = stated.find(({unit, value}) => unit === "USD per year" && value !== null);
    if (shown) expect(out).toContain(numberText(shown.value! / 2, shown.unit));
    expect((await run(["lab", "commons"], wide)).out).not.toContain("under your assumptions");
  });

  it("are listed in --help", async () => {
    const text = flat((await run(["lab", "--help"], wide)).out);
    for (const name of ["gross-margin", "revenue-growth", "keep-pace-growth", "keep-pace-share"])
      expect(text).toContain(`${name}:`);
  });

  it.each([
    ["gross-margn=0.5", "did you mean gross-margin?"],
    ["gross-margin=2", "a number from 0.01 to 0.99 was expected"],
    ["gross-margin=", "a number from"],
    ["gross-margin", "a number from"],
    ["gross-margin=NaN", "a number from"],
    ["keep-pace-share=-1", "a number from 0 to 1"],
    ["revenue-growth=1e9", "a number from"],
    ["__proto__=1", "was expected"],
    ["constructor=1", "was expected"],
    ["", "was expected"],
    ["=\u001b[2J", "was expected"],
  ])("are refused in a sentence when typed as %j", async (value, says) => {
    const {code, err} = await run(["lab", "commons", "--assume", value], {...wide, pipeline});
    expect(code).toBe(2);
    expect(flat(err)).toContain(says);
  });

  it("are refused when given twice, and for a lab that opens no weights", async () => {
    const twice = ["--assume", "gross-margin=0.5", "--assume", "gross-margin=0.6"];
    expect((await run(["lab", "commons", ...twice], {...wide, pipeline})).code).toBe(2);
    expect((await run(["lab", "larch", "--assume", "gross-margin=0.5"], {...wide, pipeline})).code).toBe(2);
  });
});

describe("lagline law", () => {
  it("says that it is decision support and no legal advice, always first", async () => {
    for (const argv of [["law"], ["law", "--jurisdiction", "arcadia"], ["law", "--origin", "CN"]])
      expect(flat((await run(argv, wide)).out)).toMatch(/^Decision support, not legal advice/);
  });

  it("shows one place when asked for it, whatever the case it is typed in", async () => {
    const {out} = await run(["law", "--jurisdiction", "arcadia"], wide);
    expect(out).toContain("Model Duties Act");
    expect(out).not.toContain("Import Ban");
  });

  it("gives for a deployment the measures that touch it, why, what is not settled, and the source", async () => {
    const {out} = await run(["law", "--jurisdiction", "Arcadia", "--origin", "CN", "--open-weights"], wide);
    const text = flat(out);
    expect(text).toMatch(/may apply: Model Duties Act \(Arcadia, in force\)/);
    expect(text).toContain("Not settled: open weights are exempt in part");
    expect(text).toContain("https://example.org/law/arcadia-duties");
    expect(text).not.toMatch(/may apply: Weights Bill/);
  });

  it("computes no ability: it answers although the report cannot be made", async () => {
    const pipeline = {
      reportFor: async () => {
        throw new Error("computed");
      },
    };
    expect((await run(["law"], {...wide, pipeline})).code).toBe(0);
  });
});

describe("lagline use", () => {
  it("states the bias of every channel it shows and blends none", async () => {
    const text = flat((await run(["use"], wide)).out);
    for (const {bias} of syntheticReport().forces!.use.series) expect(text).toContain(`Known bias: ${bias}`);
    expect(text).toContain("never averaged");
    expect(text).toContain(
      "2025-08-01 33 (30 to 35) → 2026-08-01 53 (50 to 55) percent; +20 percentage points a year",
    );
  });
});

describe("lagline prices", () => {
  it("gives each level its price, interval and fall, and draws its months", async () => {
    const {out} = await run(["prices"], wide);
    expect(out).toMatch(/130 +\$0\.20 +\$0\.10 to \$0\.40 +60% +30% +Grove 9 \(Host One\) 90%/);
    expect(out).toMatch(/130 {2}[▁-█]{3} /);
    expect(out).toMatch(/150 {2}·[▁-█]{2} /);
  });

  it("lists one model's prices by host over time", async () => {
    const {out} = await run(["prices", "--model", "helios-3"], wide);
    expect(out).toMatch(/Host One .*2026-01-01 +2026-06-01 +\$0\.30 +\$1\.20/);
  });
});

describe("lagline copying", () => {
  it("stands what speaks against an accusation beside it", async () => {
    const {out} = await run(["copying"], wide);
    expect(out.indexOf("claim: 2026-07-01 polar")).toBeGreaterThan(0);
    expect(out.indexOf("against: 2026-07-01 meridian")).toBeGreaterThan(
      out.indexOf("claim: 2026-07-01 polar"),
    );
  });
});

describe("the forces panel on the first screen", () => {
  it("says what changed, what it should move and when, newest first, and leaves out what weighs little", async () => {
    const {out} = await run([], wide);
    const text = flat(out);
    expect(text).toContain(
      "2026-08-20 continuity Commons: Grove 9 opened its weights → the open frontier, if it is better; once its results are in",
    );
    expect(text).toContain("Larch: raised $2.00 bn → how long its money lasts");
    expect(text).not.toContain("Sapling: raised");
    expect(text.indexOf("2026-08-20 continuity")).toBeLessThan(text.indexOf("2026-06-20 money"));
  });

  it("holds at most five changes and no force twice", () => {
    const [change] = syntheticReport().forces!.changes;
    const many = (["money", "copying", "law", "use", "prices", "continuity"] as const).flatMap((force) =>
      [1, 2, 3].map((i) => ({...change!, force, date: `2026-08-0${i}`})),
    );
    const chosen = panelChanges(many);
    expect(chosen.length).toBeLessThanOrEqual(5);
    expect(new Set(chosen.map(({force}) => force)).size).toBe(chosen.length);
  });

  it("is not there when the facts hold no forces, and nothing else breaks", async () => {
    const report = {...syntheticReport(), forces: null};
    const first = await run([], {report, ...wide});
    expect(first.out).not.toContain("Forces:");
    for (const command of [["labs"], ["lab", "commons"], ["use"], ["prices"], ["copying"]]) {
      const {code, err} = await run(command, {report});
      expect(code).toBe(2);
      expect(err).toMatch(/^Missing tables on the forces/);
    }
  });
});

describe("numbers of the forces", () => {
  it("are each explained with their rows, grades and who speaks", async () => {
    const report = syntheticReport();
    for (const quantity of forceQuantitiesOf(report.forces!)) {
      const {code, out} = await run(["explain", quantity.id], {report, columns: 110});
      expect(code, quantity.id).toBe(0);
      const known = report.forces!.facts.filter(({id}) => quantity.facts.includes(id));
      for (const {id} of known) expect(out, quantity.id).toContain(id);
      if (quantity.prior === "wholly") expect(out).toContain("the prior alone gives this number");
    }
  });

  it("stand on the lab's page with the value the Report has", async () => {
    const report = syntheticReport();
    const text = flat((await run(["lab", "commons", "--all"], {report, ...wide})).out);
    for (const quantity of labQuantitiesOf(report.forces!.labs[0]!))
      if (quantity.value !== null && quantity.unit !== "events per year")
        expect(text, quantity.id).toContain(valueText(quantity));
  });

  it.each([
    [24.34e9, "USD", "$24.3bn"],
    [999.96e6, "USD", "$1.0bn"],
    [848e9, "USD per year", "$848bn"],
    [1.234e12, "USD", "$1.2tn"],
    [350_000, "USD", "$350k"],
    [9_000, "USD", "$9000"],
    [-2e9, "USD", "−$2.0bn"],
    [0.175, "USD per Mtok", "$0.17"],
    [0.42, "share", "42%"],
    [0.163, "per month", "16%"],
    [-0.08, "shares per year", "−8"],
    [1.534, "events per year", "1.53"],
  ] as const)("read as money, shares and rates: %d %s", (value, unit, text) => {
    expect(numberText(value, unit)).toBe(text);
  });
});
