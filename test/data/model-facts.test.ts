import {describe, expect, it} from "vitest";
import type {Model} from "../../src/data/catalog.ts";
import {hardwareClass, weightsMemory} from "../../src/data/hardware-class.ts";
import {opennessAt} from "../../src/data/openness.ts";
import {origin} from "../../src/data/origin.ts";
import {firstKnownDay, releaseDate, releaseDates} from "../../src/data/release-date.ts";
import {dayOf, parseDateSpan} from "../../src/dates.ts";

const span = (text: string) => parseDateSpan(text)!;
const base: Model = {
  id: "m",
  name: "M",
  lab: "alpha",
  country: "US",
  family: "m",
  openness: "closed",
  licence: "",
  licenceClass: "unknown",
  aliases: [],
  disputes: [],
  fieldSources: {},
  provenance: {source: "s", licence: "own", retrieved: dayOf("2026-06-01"), place: {file: "x"}},
};
const kimi: Model = {
  ...base,
  id: "k",
  openness: "open",
  available: span("2026-07-16"),
  weightsDate: span("2026-07-27"),
};

describe("openness as of a date", () => {
  it("turns open on the day the weights can be downloaded, not on the day of the API", () => {
    expect(opennessAt(kimi, dayOf("2026-07-26"))).toBe("closed");
    expect(opennessAt(kimi, dayOf("2026-07-27"))).toBe("open");
  });

  it("waits for the end of a month when only the month is known", () => {
    const model = {...kimi, weightsDate: span("2026-07")};
    expect(opennessAt(model, dayOf("2026-07-30"))).toBe("closed");
    expect(opennessAt(model, dayOf("2026-07-31"))).toBe("open");
  });

  it("dates undated open weights by availability, else announcement, else first sighting, else retrieval", () => {
    const undated = {...kimi, weightsDate: undefined};
    expect(opennessAt(undated, dayOf("2026-07-15"))).toBe("closed");
    expect(opennessAt(undated, dayOf("2026-07-16"))).toBe("open");
    const announced = {...undated, available: undefined, announced: span("2026-07-10")};
    expect(opennessAt(announced, dayOf("2026-07-10"))).toBe("open");
    const sighted = {...undated, available: undefined, firstSeen: dayOf("2026-05-01")};
    expect(opennessAt(sighted, dayOf("2026-04-30"))).toBe("closed");
    expect(opennessAt(sighted, dayOf("2026-05-01"))).toBe("open");
    const nothing = {...undated, available: undefined};
    expect(opennessAt(nothing, dayOf("2026-05-31"))).toBe("closed");
    expect(opennessAt(nothing, dayOf("2026-06-01"))).toBe("open");
  });

  it("never opens a closed model and leaves the unknown unknown", () => {
    expect(opennessAt(base, dayOf("2030-01-01"))).toBe("closed");
    expect(opennessAt({...base, openness: "unknown"}, dayOf("2030-01-01"))).toBe("unknown");
  });
});

describe("the release date", () => {
  const o3 = {...base, announced: span("2024-12-20"), available: span("2025-04-16")};

  it("follows the convention", () => {
    expect(releaseDate(o3, "announced")).toMatchObject({basis: "announced", fallback: false});
    expect(releaseDate(o3, "available")).toMatchObject({basis: "available", fallback: false});
    expect(releaseDate(kimi, "weights")).toMatchObject({basis: "weights", date: span("2026-07-27")});
    expect(releaseDate(kimi, "available")).toMatchObject({basis: "available", date: span("2026-07-16")});
  });

  it("dates closed models by availability under the weights convention, which is no stand-in", () => {
    expect(releaseDate(o3, "weights")).toMatchObject({basis: "available", fallback: false});
  });

  it("says when another date stands in, and when none is known", () => {
    expect(releaseDate(kimi, "announced")).toMatchObject({basis: "available", fallback: true});
    expect(releaseDate({...kimi, weightsDate: undefined}, "weights")).toMatchObject({
      basis: "available",
      fallback: true,
    });
    expect(releaseDate({...base, firstSeen: dayOf("2025-01-01")}, "available")).toMatchObject({known: false});
  });

  it("counts and names stand-ins and undated models", () => {
    const {dated, fallbacks, undated} = releaseDates([o3, kimi, {...base, id: "n"}], "announced");
    expect([...dated.keys()]).toEqual(["m", "k"]);
    expect(fallbacks).toEqual(["k"]);
    expect(undated).toEqual(["n"]);
  });

  it("is the earliest date for the question when a model was first known", () => {
    expect(firstKnownDay(o3, "latest")).toBe(dayOf("2024-12-20"));
    expect(firstKnownDay({...base, available: span("2025-02")}, "latest")).toBe(dayOf("2025-02-28"));
    expect(firstKnownDay({...base, available: span("2025-02")}, "earliest")).toBe(dayOf("2025-02-01"));
  });
});

describe("memory and machines", () => {
  it("needs parameters x bits / 8 x 1.2 gigabytes", () => {
    // Exact arithmetic: 70e9 bytes at 8 bits, times 1.2.
    expect(weightsMemory(70)).toBeCloseTo(84, 12);
    expect(weightsMemory(70, 4)).toBeCloseTo(42, 12);
  });

  it("picks the smallest machine that holds the weights", () => {
    const at = (paramsB: number, bits?: number) => hardwareClass({...base, paramsB}, bits);
    expect(at(20)).toEqual({fits: "one machine", gigabytes: 24});
    expect(at(20.1)).toEqual({fits: "one machine", gigabytes: 80});
    expect(at(70)).toEqual({fits: "one machine", gigabytes: 128});
    expect(at(533)).toEqual({fits: "one machine", gigabytes: 640});
    expect(at(671)).toEqual({fits: "several machines"});
    expect(at(671, 4)).toEqual({fits: "one machine", gigabytes: 640});
  });

  it("does not guess without parameters", () => {
    expect(hardwareClass(base)).toEqual({fits: "unknown", reason: "number of parameters not known"});
  });
});

describe("origin", () => {
  it("is the country of the lab, whatever the openness", () => {
    const of = (country: string) => origin({country});
    expect([of("US"), of("CN"), of("HK"), of("FR"), of("")]).toEqual([
      "US",
      "China",
      "China",
      "other",
      "unknown",
    ]);
  });
});
