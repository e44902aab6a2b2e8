import {describe, expect, it} from "vitest";
import {portfolioText} from "../../src/advise/portfolio/portfolio-text.ts";
import {readPortfolio} from "../../src/advise/portfolio/read-portfolio.ts";

const none = {models: new Map(), benchmarks: new Map(), labs: new Map(), prices: []};
const read = (text: string) => readPortfolio({path: "p.yaml", bytes: Buffer.from(text)}, none);

describe("the text of a portfolio", () => {
  const name = 'Sort: "mail" # all, - of it';
  const answers = {
    answers: new Map([
      ["name", "Ours: 1"],
      ["limits.exclude_origins", "[China]"],
    ]),
    assumed: [],
    workloads: [
      {
        answers: new Map([
          ["name", name],
          ["tasks_per_month", "40,000"],
          ["tokens.input", "900"],
        ]),
        assumed: [],
      },
    ],
  };

  it("is read back as the answers, whatever characters they hold", () => {
    const portfolio = read(portfolioText(answers));
    expect(portfolio.name).toBe("Ours: 1");
    expect(portfolio.workloads[0]).toMatchObject({
      name,
      tasksPerMonth: 40_000,
      tokens: {input: 900},
      limits: {excludedOrigins: ["China"]},
    });
  });

  it("says the same with its defaults as comments as without, and the same again once they are taken in", () => {
    const before = read(portfolioText(answers));
    const text = portfolioText({
      ...answers,
      assumed: before.assumed,
      workloads: [{...answers.workloads[0]!, assumed: before.workloads[0]!.assumed}],
    });
    expect(text).toMatch(/# value_of_success: [\d.]+\n/);
    expect(text).not.toContain("$");
    expect(read(text)).toEqual(before);
    const takenIn = read(
      text
        .split("\n")
        .map((line, at) => (at === 0 ? line : line.replace(/^( *)# /, "$1")))
        .join("\n"),
    );
    expect(takenIn.assumed).toEqual([]);
    const {assumed: _, ...stated} = before.workloads[0]!;
    expect(takenIn.workloads[0]).toEqual({...stated, assumed: []});
  });
});
