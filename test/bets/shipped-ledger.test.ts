import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {z} from "zod";
import {mappingSchema} from "../../src/bets/imports/imported-positions.ts";
import type {Ledger} from "../../src/bets/ledger.ts";
import {wordingFaults} from "../../src/bets/vague-wording.ts";
import type {ForceFacts} from "../../src/data/forces/force-facts.ts";
import {loadForceFacts} from "../../src/data/forces/load-force-facts.ts";
import {ledgerSeenOn, lastDay, openLedgers, type OpenLedger} from "../../src/pipeline/bets/ledger-files.ts";
import {standInsBeside} from "../../src/pipeline/bets/stand-ins-file.ts";

const data = (path: string) => fileURLToPath(new URL(`../../data/${path}`, import.meta.url));
let ledgers: OpenLedger[];
let ledger: Ledger;
let facts: ForceFacts;
beforeAll(() => {
  ledgers = openLedgers({shipped: data("bets/ledger.jsonl")});
  ledger = ledgerSeenOn(ledgers, lastDay(ledgers)!);
  facts = loadForceFacts(data("forces"));
});
const questions = () => [...ledger.questions.values()];

describe("the ledger that comes with lagline", () => {
  it("is whole: an unbroken chain of records that all fit", () => {
    expect(ledgers[0]!.log.faults).toEqual([]);
    expect(ledgers[0]!.log.torn).toBe("");
    expect([ledger.faults, ledger.later]).toEqual([[], 0]);
  });

  it("holds thirteen beliefs with at least two questions each, evidence, and what would change our mind", () => {
    const thirteen = [...ledger.beliefs.values()]
      .filter(({entry}) => entry.group === "thirteen")
      .map(({entry}) => entry);
    expect(thirteen.map(({id}) => id)).toEqual(
      Array.from({length: 13}, (_, i) => `b${String(i + 1).padStart(2, "0")}`),
    );
    for (const {id, wouldChange, source} of thirteen) {
      const own = questions().filter(({entry}) => entry.belief === id);
      const evidence = ledger.evidence.filter(({entry}) => entry.belief === id);
      expect([
        id,
        own.length >= 2,
        evidence.length >= 3,
        wouldChange.length > 20,
        source.startsWith("https://"),
      ]).toEqual([id, true, true, true, true]);
      expect(new Set(evidence.map(({entry}) => entry.speaks)).size).toBeGreaterThan(1);
    }
  });

  it("asks nothing vague", () => {
    expect(
      questions().flatMap(({entry}) => wordingFaults(entry).map(({says}) => `${entry.id} ${says}`)),
    ).toEqual([]);
  });

  it("says of every open question without a rule what lagline computes instead, or why nothing, and of no other", () => {
    const stands = standInsBeside({shipped: data("bets/ledger.jsonl")});
    const open = questions().filter(
      ({entry, resolution, void: voided}) =>
        !resolution && !voided && (entry.type === "binary" ? entry.predicate : entry.value) === undefined,
    );
    expect([...stands.keys()].sort()).toEqual(open.map(({entry}) => entry.id).sort());
    expect([...stands.values()].every(({differs}) => !differs.endsWith("."))).toBe(true);
  });

  it("cites only rows the tables hold", () => {
    const ids = new Set(
      [
        facts.finance,
        facts.adoption,
        facts.policy,
        facts.distillation,
        facts.events,
        facts.distribution,
      ].flatMap((table: readonly {readonly id: string}[]) => table.map(({id}) => id)),
    );
    const cited = [
      ...ledger.evidence.flatMap(({entry}) => entry.rests.facts),
      ...questions().flatMap(({resolution}) => resolution?.entry.evidence.facts ?? []),
    ];
    expect(cited.length).toBeGreaterThan(50);
    expect(cited.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("gives the essay's author directions and no probability", () => {
    const his = questions().flatMap(({positions}) =>
      positions.filter(({entry}) => entry.forecaster === "nathan-lambert"),
    );
    expect(his.length).toBeGreaterThan(10);
    expect(his.every(({entry}) => "direction" in entry.stand && entry.source !== undefined)).toBe(true);
  });

  it("says of every market where it was read and how its wording differs", () => {
    const markets = questions().flatMap(({positions}) =>
      positions.filter(({entry}) =>
        ["polymarket", "manifold", "textak", "ai-forecast-tracker"].includes(entry.forecaster),
      ),
    );
    expect(markets.length).toBeGreaterThanOrEqual(10);
    expect(
      markets.every(({entry}) => entry.source !== undefined && entry.source.difference.length > 20),
    ).toBe(true);
  });

  it("maps markets to questions it holds", () => {
    const mappings = z
      .array(mappingSchema)
      .parse(JSON.parse(readFileSync(data("bets/mappings.json"), "utf8")));
    expect(mappings.filter(({question}) => !ledger.questions.has(question))).toEqual([]);
  });
});
