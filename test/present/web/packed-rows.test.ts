import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {packedRows, unpackedRows} from "../../../src/present/web/packed-rows.ts";

const cell = fc.oneof(fc.string(), fc.double({noNaN: true, noDefaultInfinity: true}), fc.boolean());
const row = fc.record(
  {
    model: fc.string(),
    score: cell,
    note: cell,
    provenance: fc.record({source: fc.string(), place: fc.record({row: fc.nat()}, {requiredKeys: []})}),
  },
  {requiredKeys: ["model"]},
);
/** A part without any value in it was not there. */
const filled = (rows: readonly object[]): unknown =>
  JSON.parse(JSON.stringify(rows), (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
      ? undefined
      : value,
  );

describe("rows packed by column", () => {
  it("come back as they were, through JSON", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const sent = JSON.parse(JSON.stringify(packedRows(rows)));
        const plain = JSON.parse(JSON.stringify(rows)) as object[];
        if (plain.some((one) => JSON.stringify(one).includes("{}"))) return;
        expect(unpackedRows(sent)).toEqual(plain);
        expect(filled(plain)).toEqual(plain);
      }),
    );
  });

  it("hold each text once", () => {
    const rows = Array.from({length: 100}, (_, index) => ({source: "the-observatory", row: index}));
    expect(JSON.stringify(packedRows(rows)).split("the-observatory").length - 1).toBe(1);
  });
});
