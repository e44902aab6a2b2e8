import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {loadForceFacts} from "../../../src/data/forces/load-force-facts.ts";
import {labRow} from "../../../src/data/forces/row-schemas.ts";
import {InputError, InputErrors} from "../../../src/errors.ts";

const shipped = new URL("../../../data/forces/", import.meta.url).pathname;
const folders: string[] = [];

/** A copy of the shipped tables with one table's text changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "lagline-forces-"));
  folders.push(folder);
  cpSync(shipped, folder, {recursive: true});
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return folder;
}

function refusal(file: string, change: (text: string) => string): string {
  try {
    loadForceFacts(changed(file, change));
  } catch (error) {
    expect(error instanceof InputError || error instanceof InputErrors).toBe(true);
    return (error as Error).message;
  }
  throw new Error("the changed table was accepted");
}

const addRow = (row: string) => (text: string) => `${text}${row}\n`;
const EVENT =
  "2026-05-01,,openai,outage,none,0,,Down for an hour.,https://example.org/a,2026-05-02,C,low,facts,2026-11-23";

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true});
});

describe("the force tables", () => {
  const facts = loadForceFacts(shipped);

  it("are read whole, every row with its source, tier, confidence and place", () => {
    const tables = [
      facts.finance,
      facts.adoption,
      facts.policy,
      facts.distillation,
      facts.events,
      facts.selfhost,
    ];
    for (const rows of [[...facts.labs.values()], ...tables, facts.distribution]) {
      expect(rows.length).toBeGreaterThan(10);
      for (const {id, tier, sourceUrl, licence, place} of rows) {
        expect(id).not.toBe("");
        expect(licence).toBe("facts");
        expect(tier === "none").toBe(sourceUrl === undefined);
        expect(place.row).toBeGreaterThan(1);
      }
    }
  });

  it("cannot be changed after reading", () => {
    expect(Object.isFrozen(facts.finance)).toBe(true);
    expect(Object.isFrozen(facts.finance[0].value)).toBe(true);
    expect(Object.isFrozen(facts.labs.get("openai"))).toBe(true);
  });

  it("keep what was looked for and not found as a value of its own, never as zero", () => {
    const burn = facts.finance.find(({id}) => id === "ai2-2026-08-15-annual-burn");
    expect(burn?.value).toEqual({low: "unknown", mid: "unknown", high: "unknown"});
  });

  it("name labs by the ids of the catalog, but for those without a model there", () => {
    const catalog = readFileSync(new URL("../../../data/labs.csv", import.meta.url), "utf8");
    const ids = new Set(catalog.split("\n").map((line) => line.split(",")[0]));
    const apart = [...facts.labs.values()]
      .filter(({role, id}) => role === "lab" && !ids.has(id))
      .map(({id}) => id);
    expect(apart.sort()).toEqual(["black-forest-labs", "reflection", "sakana"]);
  });

  it("show two sources that disagree about one event as two rows of that event", () => {
    const april = facts.finance.filter(({event}) => event === "anthropic-2026-04-run-rate");
    expect(april.map(({booking}) => booking).sort()).toEqual(["gross", "net"]);
  });
});

describe("a force table is refused", () => {
  it("for a lab nobody knows, with file, row and the likeliest meaning", () => {
    const message = refusal("events.csv", addRow(`openai-x,${EVENT.replace("openai", "opena")}`));
    expect(message).toMatch(/unknown lab: opena;.*did you mean openai\?.*\[events\.csv:\d+/);
  });

  it("for an id used twice", () => {
    const message = refusal("events.csv", addRow(`openai-x,${EVENT}\nopenai-x,${EVENT}`));
    expect(message).toMatch(/duplicate id: openai-x;.*row \d+ has it too \[events\.csv:\d+\]/);
  });

  it("for a page without a date, and for a tier without a page", () => {
    expect(refusal("events.csv", addRow(`openai-x,${EVENT.replace("2026-05-02", "")}`))).toMatch(
      /conflicting source/,
    );
    expect(refusal("events.csv", addRow(`openai-x,${EVENT.replace("https://example.org/a", "")}`))).toMatch(
      /conflicting source: tier C/,
    );
  });

  it("for a range whose ends are exchanged", () => {
    const swap = (text: string) =>
      text.replace("24000000000,25000000000,25000000000", "25000000000,24000000000,25000000000");
    expect(refusal("finance.csv", swap)).toMatch(
      /conflicting range: 25000000000 to 24000000000.*\[finance\.csv:\d+\]/,
    );
  });

  it("for an event announced after it happened", () => {
    const late = EVENT.replace("2026-05-01,,", "2026-05-01,2026-06-01,");
    expect(refusal("events.csv", addRow(`openai-x,${late}`))).toMatch(/conflicting announced: 2026-06-01/);
  });

  it("for a number that is none, a metric nobody computes with, and an unknown column", () => {
    expect(refusal("events.csv", addRow(`openai-x,${EVENT.replace(",0,", ",soon,")}`))).toMatch(
      /invalid notice_days: soon; a number or `unknown` was expected/,
    );
    expect(refusal("finance.csv", (text) => text.replace("cash_usd", "cash_eur"))).toMatch(
      /unknown metric: cash_eur/,
    );
    expect(refusal("labs.csv", (text) => text.replace("country", "land"))).toMatch(/unknown column: land/);
  });

  it("for an amount in another currency without the rate used", () => {
    expect(refusal("finance.csv", (text) => text.replace(",CNY,7.2,", ",CNY,,"))).toMatch(
      /missing fx_per_usd: for CNY/,
    );
  });

  it("for a parent without control by one", () => {
    expect(refusal("labs.csv", (text) => text.replace(",parent,Alphabet,", ",parent,,"))).toMatch(
      /conflicting parent/,
    );
    expect(Object.keys(labRow.shape)).toContain("parent");
  });
});
