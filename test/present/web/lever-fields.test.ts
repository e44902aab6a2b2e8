/** The sliders of a scenario's page against the schemas that its changes must pass. */
import {describe, expect, it} from "vitest";
import {CHANGE_KINDS, CHANGES} from "../../../src/forecast/scenario/change-fields.ts";
import {amountEnds, amountText} from "../../../src/present/web/app/views/what-if/amount-text.ts";
import {controlsOf, fieldsOf, LEVER_KINDS} from "../../../src/present/web/app/views/what-if/lever-fields.ts";
import {syntheticScenarios} from "../synthetic-whatif.ts";

const {choices, scenarios} = syntheticScenarios();

describe.each(CHANGE_KINDS)("the controls of %s", (kind) => {
  const {fields} = controlsOf(kind)!;
  const given = (field: string, value: string) =>
    CHANGES[kind].safeParse({
      change: kind,
      ...Object.fromEntries(fields.flatMap(({name, start}) => (start === "" ? [] : [[name, start]]))),
      from: "2027-01",
      [field]: value,
    }).success;

  it("are those of its fields", () => {
    expect([...fieldsOf(kind)].sort()).toEqual(
      Object.keys(CHANGES[kind].shape)
        .filter((name) => name !== "change")
        .sort(),
    );
  });

  it("start and end within what it may say, at every stop", () => {
    expect(given("from", "2027-01")).toBe(true);
    for (const field of fields) {
      if (field.kind === "choice") {
        const offered = (choices as Record<string, readonly string[]>)[`${kind}.${field.name}`]!;
        expect(offered).toContain(field.start);
        for (const one of offered) expect({one, ok: given(field.name, one)}).toEqual({one, ok: true});
        continue;
      }
      const [least, most] = [field.stops[0]!, field.stops.at(-1)!];
      expect([...field.stops].sort((a, b) => a - b)).toEqual(field.stops);
      for (const stop of field.stops) {
        for (const form of ["uniform", "to"] as const) {
          const text = amountText({form, low: stop, high: most}, field.unit);
          expect({text, ok: given(field.name, text)}).toEqual({text, ok: true});
          expect(amountEnds(text)).toMatchObject({low: stop, high: most});
        }
      }
      expect(given(field.name, amountText({form: "uniform", low: least, high: least}, field.unit))).toBe(
        true,
      );
    }
  });
});

it("know every kind, and show both ends of every amount that ships", () => {
  expect(LEVER_KINDS).toEqual(CHANGE_KINDS);
  for (const {changes} of scenarios) {
    for (const change of changes) {
      for (const field of controlsOf(change.change!)!.fields) {
        const text = change[field.name];
        if (field.kind !== "amount" || text === undefined) continue;
        const ends = amountEnds(text)!;
        expect(amountText(ends, field.unit)).toBe(text);
      }
    }
  }
});
