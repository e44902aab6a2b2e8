import {describe, expect, it} from "vitest";
import * as condition from "../../../src/forces/law/conditions.ts";
import {covers} from "../../../src/forces/law/jurisdiction.ts";
import {reach} from "../../../src/forces/law/reach.ts";
import {deployment, measure} from "./law-world.ts";

const anybody = reach({binds: ["deployer"], because: ""});

describe("the place", () => {
  it.each([
    ["EU", "EU", true],
    ["EU", "EU-DE", true],
    ["EU-private", "EU-DE", true],
    ["US-federal", "US-CA", true],
    ["US-industry", "US-TX", true],
    ["US-CA", "US-federal", false],
    ["US-CA", "US-NY", false],
    ["G7", "Japan", true],
    ["G7", "EU-FR", true],
    ["G7", "China", false],
    ["EU", "US-CA", false],
  ])("%s covers %s: %s", (jurisdiction, place, expected) => {
    expect(covers(jurisdiction, place)).toBe(expected);
  });

  it("of a measure that works at the source is the home of the model", () => {
    const fact = measure({jurisdiction: "China"});
    expect(condition.jurisdictionCondition(deployment(), fact, "origin").answer).toBe("yes");
    expect(condition.jurisdictionCondition(deployment({modelOrigin: "US"}), fact, "origin").answer).toBe(
      "no",
    );
    expect(condition.jurisdictionCondition(deployment({modelOrigin: "unknown"}), fact, "origin").answer).toBe(
      "unknown",
    );
    expect(condition.jurisdictionCondition(deployment(), fact, "place").answer).toBe("no");
    expect(condition.jurisdictionCondition(deployment({jurisdiction: "unknown"}), fact, "place").answer).toBe(
      "unknown",
    );
    expect(
      condition.jurisdictionCondition(deployment({jurisdiction: "unknown"}), fact, "either").answer,
    ).toBe("yes");
  });
});

describe("a measure limited to", () => {
  it("a sector rules other sectors out, and may apply to an unknown one", () => {
    const limited = {...anybody, sectors: ["defence"] as const};
    expect(condition.sectorCondition(deployment({sector: "defence"}), limited).answer).toBe("yes");
    expect(condition.sectorCondition(deployment(), limited).answer).toBe("no");
    expect(condition.sectorCondition(deployment({sector: "unknown"}), limited).answer).toBe("unknown");
    expect(condition.sectorCondition(deployment({sector: "unknown"}), anybody).answer).toBe("yes");
  });

  it("an origin, a lab or a way of hosting likewise", () => {
    const limited = {
      ...anybody,
      origins: ["US"] as const,
      labs: ["openai"],
      hostings: ["foreign-api"] as const,
    };
    const at = deployment({modelOrigin: "US", lab: "openai", hosting: "foreign-api"});
    for (const rule of [condition.originCondition, condition.labCondition, condition.hostingCondition]) {
      expect(rule(at, limited).answer).toBe("yes");
      expect(rule(deployment({lab: "meta"}), limited).answer).toBe("no");
      expect(
        rule(deployment({modelOrigin: "unknown", lab: undefined, hosting: "unknown"}), limited).answer,
      ).toBe("unknown");
    }
  });

  it("something no field answers is never settled", () => {
    expect(condition.furtherCondition(anybody)).toEqual([]);
    expect(condition.furtherCondition({...anybody, onlyIf: "x"}).map(({answer}) => answer)).toEqual([
      "unknown",
    ]);
  });
});

describe("open weights", () => {
  it.each([
    ["yes", true, "yes"],
    ["exempt", true, "no"],
    ["partially", true, "unknown"],
    ["unknown", true, "unknown"],
    ["exempt", false, "yes"],
    ["partially", false, "yes"],
    ["exempt", "unknown", "unknown"],
    ["yes", "unknown", "yes"],
  ] as const)("recorded as %s, weights open %s: %s", (appliesToOpenWeights, openWeights, answer) => {
    const rule = condition.opennessCondition(
      deployment({openWeights}),
      measure({appliesToOpenWeights}),
      "as-recorded",
    );
    expect(rule.answer).toBe(answer);
  });

  it("do not matter to a measure that does not turn on them", () => {
    const rule = condition.opennessCondition(
      deployment(),
      measure({appliesToOpenWeights: "exempt"}),
      "irrelevant",
    );
    expect(rule.answer).toBe("yes");
  });
});

describe("a duty of providers", () => {
  const provider = reach({binds: ["provider"], because: ""});

  it("reaches a plain user through the supplier", () => {
    expect(condition.boundParty(deployment(), provider)).toMatchObject({
      through: "supplier",
      verdict: {answer: "yes"},
    });
  });

  it("may become the user's own by fine-tuning", () => {
    expect(condition.boundParty(deployment({fineTuned: true}), provider)).toMatchObject({
      through: "deployer",
      verdict: {field: "fineTuned", answer: "unknown"},
    });
    expect(condition.boundParty(deployment({fineTuned: "unknown"}), provider).verdict.answer).toBe("unknown");
  });

  it("that works at the model's home stays with the supplier, fine-tuned or not", () => {
    const home = {...provider, by: "origin" as const};
    expect(condition.boundParty(deployment({fineTuned: true}), home).through).toBe("supplier");
  });

  it("is not what chip rules, agencies' orders and letters are", () => {
    for (const bound of ["compute", "government", "nobody"] as const) {
      expect(condition.boundParty(deployment(), {...provider, binds: [bound]}).through).toBe("nobody");
    }
    expect(condition.boundParty(deployment(), {...provider, binds: ["counterparty"]}).through).toBe(
      "supplier",
    );
  });
});
