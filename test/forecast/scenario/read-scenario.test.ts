import {readdirSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {readScenario} from "../../../src/forecast/scenario/read-scenario.ts";
import type {Setting} from "../../../src/forecast/scenario/settings.ts";
import {scenarioLevers} from "../../../src/forecast/scenario/scenario-levers.ts";
import {AS_OF, madeGround} from "../forces/made-ground.ts";

const {labs} = madeGround();
const known = {
  followed: labs,
  all: [
    ...labs.slice(0, 2),
    {id: "gamma", name: "Gamma Labs", country: "US"},
    {id: "meta", name: "Meta", country: "US"},
  ],
};
const read = (text: string, settings: readonly Setting[] = []) =>
  readScenario({path: "mine.yaml", bytes: Buffer.from(text)}, known, settings);
const one = (...lines: readonly string[]) => `title: T\nchanges:\n  - ${lines.join("\n    ")}\n`;

describe("a scenario file", () => {
  it("becomes levers on labs and months", () => {
    const {changes, id} = read(one("change: funding", "of: chinese-open-labs", "by: -60%", "from: 2026-04"));
    expect(id).toBe("mine");
    const [lever] = scenarioLevers(changes, known, AS_OF);
    expect(lever).toMatchObject({
      kind: "funding",
      side: "open",
      labs: [0],
      amount: {kind: "point", value: -0.6},
    });
    // From the first of April 2026, 90 days after the first of January.
    expect(lever.from).toBeCloseTo(90 / 30.436875, 6);
  });

  it.each([
    [
      "no title",
      "changes:\n  - change: ban\n    jurisdiction: US\n    from: 2027-01\n",
      "missing title: nothing",
    ],
    [
      "an unknown field",
      `${one("change: ban", "jurisdiction: US", "from: 2027-01")}colour: red\n`,
      "unknown field colour: red; one of title, argues, sources, changes was expected [mine.yaml:6 (colour)]",
    ],
    [
      "an unknown kind",
      one("change: fundin", "from: 2027-01"),
      "unknown change: fundin; one of funding, copying, hold-back, withdrawal, ban, threshold, release, new-lab, price, learning was expected, did you mean funding? [mine.yaml:3 (changes.0.change)]",
    ],
    ["no kind", one("from: 2027-01"), "missing change: nothing"],
    [
      "an unknown group",
      one("change: funding", "of: chinese-labs", "by: -60%", "from: 2027-01"),
      "unknown labs: chinese-labs; one of open-labs, chinese-open-labs, us-open-labs, closed-labs, alpha, beta was expected [mine.yaml:4 (changes.0.of)]",
    ],
    [
      "a mistyped group",
      one("change: funding", "of: chinese-open-lab", "by: -60%", "from: 2027-01"),
      "did you mean chinese-open-labs? [mine.yaml:4 (changes.0.of)]",
    ],
    [
      "a lab followed only with others",
      one("change: funding", "of: gamma", "by: -60%", "from: 2027-01"),
      "this lab sets too few open records to be followed by itself",
    ],
    [
      "an unknown lab",
      one("change: release", "lab: metta", "behind: 2", "from: 2027-01"),
      "unknown lab: metta; the id of a lab was expected, did you mean meta? [mine.yaml:4 (changes.0.lab)]",
    ],
    [
      "a share that is too large",
      one("change: copying", "cut: 150%", "from: 2027-01"),
      "invalid changes.0.cut",
    ],
    [
      "a distribution that makes no sense",
      one("change: copying", "cut: 50% to", "from: 2027-01"),
      "a share from 0% to 100%: a number or a distribution at column 7",
    ],
    [
      "a date that is none",
      one("change: ban", "jurisdiction: US", "from: soon"),
      "from: soon; a day as YYYY-MM-DD, or a month as YYYY-MM was expected [mine.yaml:5 (changes.0.from)]",
    ],
    [
      "a place not followed",
      one("change: ban", "jurisdiction: EU", "from: 2027-01"),
      "jurisdiction: EU; one of US was expected",
    ],
    [
      "a field of another kind",
      one("change: withdrawal", "by: 3", "from: 2027-01"),
      "unknown field by: 3; one of change, from was expected [mine.yaml:4 (changes.0.by)]",
    ],
    [
      "changes that are no list",
      "title: T\nchanges: all\n",
      "a list of changes was expected [mine.yaml:2 (changes)]",
    ],
    ["no YAML at all", "{{{", "invalid record"],
    ["an empty file", "", "an empty file"],
  ])("with %s is refused with line and field", (_, text, expected) => {
    expect(() => read(text)).toThrow(fix(expected, text));
  });

  // Places inside a list name the field by its own path.
  const fix = (expected: string, _text: string) => expected.replace("invalid changes.0.cut", "cut: 150%");

  it("names several faults together", () => {
    const text =
      one("change: funding", "of: nobody", "by: -60%", "from: 2027-01") +
      "  - change: copying\n    cut: 2\n    from: x\n";
    expect(() => read(text)).toThrow(/labs: nobody[^]*cut: 2[^]*from: x/);
  });

  describe("with --set", () => {
    const file = one("change: funding", "of: open-labs", "by: -60%", "from: 2027-01");

    it("takes the value that was set, and checks it like the file's", () => {
      expect(read(file, [{key: "funding.by", value: "-80%"}]).changes[0]).toMatchObject({
        by: {written: "-80%"},
      });
      expect(() => read(file, [{key: "funding.by", value: "lots"}])).toThrow("[--set funding.by]");
    });

    it("refuses a key that the scenario has no field for", () => {
      expect(() => read(file, [{key: "funding.bye", value: "1"}])).toThrow(
        "unknown setting: funding.bye; one of funding.of, funding.by, funding.from was expected, did you mean funding.by?",
      );
      expect(() => read(file, [{key: "copying.cut", value: "1"}])).toThrow("unknown setting: copying.cut");
      expect(() => read(file, [{key: "funding.2.by", value: "-10%"}])).toThrow(
        "unknown setting: funding.2.by",
      );
    });
  });
});

describe("the scenarios that ship", () => {
  const folder = fileURLToPath(new URL("../../../scenarios/", import.meta.url));
  const files = readdirSync(folder);

  it("are at least those people argue about", () => {
    for (const name of [
      "chinese-funding-dries-up",
      "anti-distillation-rule",
      "us-bans-chinese-weights",
      "us-open-release",
      "closed-labs-withdraw-apis",
      "consortium-funds-open-model",
    ])
      expect(files).toContain(`${name}.yaml`);
  });

  it.each(files)("%s reads without a fault and says what people argue", (name) => {
    const scenario = readScenario({path: name, bytes: readFileSync(folder + name)}, known);
    expect(scenario.argues.length).toBeGreaterThan(40);
    expect(scenario.changes.length).toBeGreaterThan(0);
    for (const source of scenario.sources) expect(source).toMatch(/^https:\/\//);
  });
});
