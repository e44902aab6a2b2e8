import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type LogBody, logLine, NO_HASH, readLog} from "../../src/store/chained-log.ts";
import reference from "../reference/bets/reference.json" with {type: "json"};

const chain = (bodies: readonly LogBody[]): string => {
  let [prev, n] = [NO_HASH, 0];
  return bodies
    .map((body) => {
      const {line, hash} = logLine(body, ++n, prev);
      prev = hash;
      return line;
    })
    .join("");
};
const bodies = JSON.parse(JSON.stringify(reference.chain.bodies)) as readonly LogBody[];
const written = chain(bodies);
const lines = written.trimEnd().split("\n");
const faultsOf = (changed: readonly string[]) =>
  readLog(`${changed.join("\n")}\n`).faults.map(({says}) => says);

describe("a chained log", () => {
  it("writes the lines another implementation writes", () => {
    expect(lines).toEqual(reference.chain.lines);
  });

  it("reads back what was written, without a fault", () => {
    const {entries, faults, torn, head} = readLog(written);
    expect(entries.map(({body}) => body)).toEqual(bodies);
    expect([faults, torn, head]).toEqual([[], "", entries.at(-1)!.hash]);
  });

  it("names the entry and the field that was changed", () => {
    const changed = lines.with(1, lines[1]!.replace("0.25", "0.85"));
    expect(faultsOf(changed)[0]).toBe("entry 2 was changed after it was written: p no longer fits its mark");
  });

  it("finds any single changed field of any entry, whatever its value", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: 2}),
        fc.constantFrom("at", "by", "kind"),
        fc.string({minLength: 1}).filter((text) => !/\p{Cs}/u.test(text)),
        (index, field, text) => {
          const entry = JSON.parse(lines[index]!) as Record<string, string>;
          fc.pre(entry[field] !== text);
          const faults = faultsOf(lines.with(index, JSON.stringify({...entry, [field]: text})));
          expect(faults[0]).toContain(`entry ${index + 1} was changed`);
          expect(faults[0]).toContain(field);
        },
      ),
      {numRuns: 60, seed: 5},
    );
  });

  it("says which entry is missing, moved or repeated", () => {
    expect(faultsOf([lines[0]!, lines[2]!])[0]).toContain("entry 2 was expected here");
    expect(faultsOf([lines[0]!, lines[2]!, lines[1]!]).join()).toContain("out of order");
    expect(faultsOf([lines[0]!, lines[1]!, lines[1]!])[0]).toContain("stands here again");
  });

  it("sees that an entry was replaced by another with hashes of its own", () => {
    const first = logLine({at: "2026-11-26", by: "eve", kind: "note"}, 1, NO_HASH).line.trimEnd();
    expect(faultsOf([first, ...lines.slice(1)])[0]).toContain("entry 2 does not follow");
  });

  it("cannot tell a wholly rewritten log by itself, but a hash written down earlier can", () => {
    const before = readLog(written).entries[1]!.hash;
    const rewritten = readLog(chain([{...bodies[0]!, by: "eve"}, ...bodies.slice(1)]));
    expect(rewritten.faults).toEqual([]);
    expect(rewritten.entries.map(({hash}) => hash)).not.toContain(before);
  });

  it("takes a line spelled anew, a line that is no entry, and added fields as changes", () => {
    expect(
      faultsOf(lines.with(0, JSON.stringify(JSON.parse(lines[0]!), null, 1).replaceAll("\n", "")))[0],
    ).toContain("spelled anew");
    expect(faultsOf(lines.with(0, "hello"))[0]).toContain("no entry");
    expect(faultsOf(lines.with(0, JSON.stringify({...JSON.parse(lines[0]!), extra: 1})))[0]).toContain(
      "added",
    );
  });

  it("keeps what follows the last newline apart as torn, wherever a write was cut", () => {
    const whole = chain(bodies.slice(0, 2)).length;
    for (let cut = whole; cut < written.length; cut++) {
      const {entries, faults, torn} = readLog(written.slice(0, cut));
      expect([entries.length, faults.length]).toEqual([2, 0]);
      expect(torn).toBe(written.slice(whole, cut));
    }
  });

  it("keeps its own fields to itself", () => {
    expect(() => logLine({hash: "x"}, 1, NO_HASH)).toThrow("belongs to the chain");
  });
});
