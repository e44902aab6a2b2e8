import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dayOf} from "../../../src/dates.ts";
import {type Deployment, SECTORS} from "../../../src/forces/law/deployment.ts";
import {
  type Certainty,
  type MeasuresTouching,
  measuresTouching,
} from "../../../src/forces/law/measures-touching.ts";
import {reach} from "../../../src/forces/law/reach.ts";
import {recordedReaches} from "../../../src/forces/law/recorded-reaches.ts";
import {lawTimeline} from "../../../src/forces/law/timeline.ts";
import {day} from "../../../src/units.ts";
import {deployment, measure, policy} from "./law-world.ts";

const today = dayOf("2026-11-23");
const REMOVAL = "us-federal-2026-10-20-dhs-fascsa-exclusion-and-removal-order-2026-01-dee";
const LETTER = "us-federal-2026-06-12-bis-is-informed-letter-ear-744-22-on-claude-fable";

const ids = ({touching}: MeasuresTouching, certainty?: Certainty) =>
  touching.filter((touch) => !certainty || touch.certainty === certainty).map((touch) => touch.measure.id);

const anyDeployment: fc.Arbitrary<Deployment> = fc.record({
  jurisdiction: fc.constantFrom(
    "EU",
    "EU-DE",
    "US-federal",
    "US-CA",
    "US-NY",
    "US-TX",
    "China",
    "UK",
    "India",
    "unknown",
  ),
  sector: fc.constantFrom(...SECTORS, "unknown" as const),
  modelOrigin: fc.constantFrom("US", "CN", "other", "unknown" as const),
  hosting: fc.constantFrom("self-hosted", "foreign-api", "domestic-api", "unknown" as const),
  fineTuned: fc.constantFrom(true, false, "unknown" as const),
  openWeights: fc.constantFrom(true, false, "unknown" as const),
  lab: fc.option(fc.constantFrom("deepseek", "z-ai", "meta", "openai", "anthropic", "alibaba"), {
    nil: undefined,
  }),
}) as fc.Arbitrary<Deployment>;
const anyDay = fc.integer({min: dayOf("2024-01-01"), max: dayOf("2027-12-31")}).map(day);

describe("the recorded reaches", () => {
  it("belong to policy rows that exist", () => {
    const known = new Set(policy.map(({id}) => id));
    expect(Object.keys(recordedReaches).filter((id) => !known.has(id))).toEqual([]);
  });

  it("name as ending only policy rows that exist", () => {
    const known = new Set(policy.map(({id}) => id));
    const enders = Object.values(recordedReaches).flatMap(({ended}) =>
      ended && "by" in ended ? [ended.by] : [],
    );
    expect(enders.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe("measures touching a deployment", () => {
  it("every known measure touches, is ruled out by a named field, or is over: none is dropped", () => {
    fc.assert(
      fc.property(anyDeployment, anyDay, (at, asOf) => {
        const {touching, ruledOut, over} = measuresTouching(at, policy, asOf);
        const all = [...touching, ...ruledOut].map((row) => row.measure.id).concat(over.map(({id}) => id));
        const seen = lawTimeline(policy, asOf).jurisdictions.flatMap(({measures}) =>
          measures.map(({id}) => id),
        );
        expect(all.sort()).toEqual(seen.sort());
        for (const {by} of ruledOut) expect(by.length).toBeGreaterThan(0);
        for (const {certainty, why} of touching) {
          expect(why.some(({answer}) => answer === "unknown")).toBe(certainty === "may apply");
        }
      }),
      {numRuns: 150},
    );
  });

  it("what is unknown of a deployment never hides a measure", () => {
    const fields = ["sector", "modelOrigin", "hosting", "fineTuned", "openWeights"] as const;
    fc.assert(
      fc.property(anyDeployment, fc.constantFrom(...fields), (at, field) => {
        const blurred = {...at, [field]: "unknown"} as Deployment;
        const wide = new Set(ids(measuresTouching(blurred, policy, today)));
        expect(ids(measuresTouching(at, policy, today)).filter((id) => !wide.has(id))).toEqual([]);
      }),
      {numRuns: 150},
    );
  });

  it("what is published after the as-of date is not seen", () => {
    fc.assert(
      fc.property(anyDeployment, anyDay, (at, asOf) => {
        const past = policy.filter(({sourceDate}) => sourceDate!.latest <= asOf);
        const {touching, ruledOut, over} = measuresTouching(at, policy, asOf);
        const late = measure({id: "late", published: "2028-01-01", on: "2028-01-01"});
        expect(measuresTouching(at, [...policy, late], asOf)).toEqual({
          ...measuresTouching(at, policy, asOf),
        });
        expect(touching.length + ruledOut.length + over.length).toBeGreaterThanOrEqual(past.length);
      }),
      {numRuns: 60},
    );
  });

  it("says of a bill that it would apply, never that it applies", () => {
    fc.assert(
      fc.property(anyDeployment, (at) => {
        for (const {
          certainty,
          measure: {stage},
        } of measuresTouching(at, policy, today).touching) {
          if (certainty === "applies") expect(stage).toBe("in-force");
          if (certainty === "will apply") expect(stage).toBe("enacted");
        }
      }),
      {numRuns: 100},
    );
    const bill = measure({status: "proposed"});
    const bound = {m: reach({binds: ["deployer"], because: ""})};
    expect(measuresTouching(deployment(), [bill], today, bound).touching[0].certainty).toBe("would apply");
  });

  it("the order of the rows does not matter", () => {
    const at = deployment({jurisdiction: "US-CA"});
    expect(measuresTouching(at, [...policy].reverse(), today)).toEqual(measuresTouching(at, policy, today));
  });

  it("a row nobody has recorded a reach for may apply where its place fits, with the reason", () => {
    const found = measuresTouching(deployment(), [measure({id: "new"})], today).touching;
    expect(found).toHaveLength(1);
    expect(found[0].certainty).toBe("may apply");
    expect(found[0].why.map(({field}) => field)).toContain("reach");
    expect(
      measuresTouching(deployment({jurisdiction: "US-CA"}), [measure({id: "new"})], today).touching,
    ).toEqual([]);
  });

  it("carries source, tier, confidence and the notice", () => {
    const result = measuresTouching(deployment(), policy, today);
    expect(result.notice).toMatch(/not legal advice/);
    for (const {
      measure: {source},
    } of result.touching) {
      expect(source.url).toMatch(/^https:/);
      expect(source.published).toMatch(/^20\d\d/);
      expect(["A", "B", "C", "none"]).toContain(source.tier);
      expect(["high", "medium", "low"]).toContain(source.confidence);
    }
  });
});

describe("in the facts as they are", () => {
  const contractor = deployment({jurisdiction: "US-federal", sector: "federal-contractor", lab: "deepseek"});

  it("a federal contractor that runs DeepSeek itself must remove it, fine-tuned or not", () => {
    for (const fineTuned of [true, false]) {
      const result = measuresTouching({...contractor, fineTuned}, policy, today);
      expect(ids(result, "applies")).toContain(REMOVAL);
      expect(result.touching.find((touch) => touch.measure.id === REMOVAL)!.through).toBe("deployer");
    }
  });

  it("the removal order does not reach a shop, another lab's model, the EU, or the time before it was published", () => {
    expect(ids(measuresTouching({...contractor, sector: "commercial"}, policy, today))).not.toContain(
      REMOVAL,
    );
    expect(ids(measuresTouching({...contractor, lab: "z-ai"}, policy, today))).not.toContain(REMOVAL);
    expect(ids(measuresTouching({...contractor, jurisdiction: "EU"}, policy, today))).not.toContain(REMOVAL);
    expect(ids(measuresTouching(contractor, policy, dayOf("2026-09-30")))).not.toContain(REMOVAL);
  });

  it("a Chinese model of an unnamed lab leaves the removal order open", () => {
    expect(ids(measuresTouching({...contractor, lab: undefined}, policy, today), "may apply")).toContain(
      REMOVAL,
    );
  });

  it("the switch-off of two closed models reached a buyer in Germany while it lasted, and is over now", () => {
    const buyer = deployment({
      modelOrigin: "US",
      lab: "anthropic",
      hosting: "foreign-api",
      openWeights: false,
    });
    const during = measuresTouching(buyer, policy, dayOf("2026-06-30"));
    expect(during.touching.find((touch) => touch.measure.id === LETTER)).toMatchObject({through: "supplier"});
    const after = measuresTouching(buyer, policy, today);
    expect(ids(after)).not.toContain(LETTER);
    expect(after.over.find(({id}) => id === LETTER)?.endedBy).toMatch(/lifted$/);
  });

  it("New York's act is enacted now and in force from New Year's Day 2027", () => {
    const row = (asOf: string) =>
      lawTimeline(policy, dayOf(asOf)).jurisdictions.find(({jurisdiction}) => jurisdiction === "US-NY")!
        .measures[0];
    expect(row("2026-11-23").stage).toBe("enacted");
    expect(row("2027-01-01").stage).toBe("in-force");
  });

  it("a proposal never shows as in force, and a law older than its page is counted as not yet published", () => {
    const now = lawTimeline(policy, today).jurisdictions.flatMap(({measures}) => measures);
    for (const {status, stage} of now)
      if (status === "proposed") expect(["proposed", "ended"]).toContain(stage);
    expect(lawTimeline(policy, dayOf("2025-06-01")).notYetPublished).toContain(
      "eu-2024-08-01-ai-act-regulation-2024-1689",
    );
  });
});
