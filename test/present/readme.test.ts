import {describe, expect, it} from "vitest";
import {methodRule, methodRules} from "../../src/method-rules.ts";
import {readmeHeadline} from "../../src/present/readme/readme-headline.ts";
import {replaceBlock} from "../../src/present/readme/replace-block.ts";
import {syntheticReport, VARIANTS} from "./synthetic-report.ts";

describe("the generated headline of the README", () => {
  it("holds the Report's sentence, its numbers, and what they rest on", () => {
    const report = syntheticReport();
    const block = readmeHeadline(report);
    for (const part of [
      report.headline.sentence,
      "5.9 months",
      "4.4 to 8.1",
      "3.6 to 7.9 months",
      report.about.vintage,
      report.about.asOf,
    ]) {
      expect(block).toContain(part);
    }
  });

  it.each(VARIANTS)("is Markdown with one table of four rows and no missing value: %s", (variant) => {
    const block = readmeHeadline(syntheticReport(variant));
    expect(block.split("\n").filter((line) => /^\| [a-z]/.test(line))).toHaveLength(4);
    expect(block).not.toMatch(/NaN|undefined|null/);
  });
});

describe("a generated block", () => {
  const text = "# Title\n<!-- headline:start -->\nold\n<!-- headline:end -->\nrest\n";

  it("replaces what stands between its markers and nothing else", () => {
    const replaced = replaceBlock(text, "headline", "new\n");
    expect(replaced).toBe("# Title\n<!-- headline:start -->\nnew\n<!-- headline:end -->\nrest\n");
    expect(replaceBlock(replaced, "headline", "new\n")).toBe(replaced);
  });

  it("takes its body literally", () => {
    expect(replaceBlock(text, "headline", "$& $1")).toContain("\n$& $1\n");
  });

  it.each([
    ["no marker", "nothing", /missing marker/],
    ["a doubled marker", `${text}${text}`, /duplicate marker/],
    ["the wrong order", "<!-- headline:end --><!-- headline:start -->", /conflicting markers/],
  ])("refuses %s", (_, markdown, message) => {
    expect(() => replaceBlock(markdown, "headline", "x")).toThrow(message);
  });
});

describe("rules of METHOD.md", () => {
  const method = [
    "# Method",
    "### R1. Ability",
    "One index.",
    "",
    "Second paragraph.",
    "```",
    "### R9. Not a rule inside code",
    "```",
    "## Part two",
    "Prose that belongs to no rule.",
    "### R12. Daily look-back",
    "How old is it?",
  ].join("\n");

  it("are found by number with title and text up to the next heading", () => {
    const rules = methodRules(method);
    expect(rules.map(({rule, title}) => [rule, title])).toEqual([
      ["R1", "Ability"],
      ["R12", "Daily look-back"],
    ]);
    expect(rules[0]!.text).toBe("One index.\n\nSecond paragraph.\n```\n### R9. Not a rule inside code\n```");
    expect(rules[1]!.text).toBe("How old is it?");
  });

  it("may not share a number", () => {
    expect(() => methodRules("### R1. A\n### R1. B")).toThrow(/duplicate rule: R1.*METHOD\.md:2/);
  });

  it("that do not exist are unknown", () => {
    expect(() => methodRule("R999")).toThrow();
  });
});
