import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {parse} from "yaml";
import {factFiles} from "../../src/data/fact-files.ts";
import {plainRecord} from "../../src/data/plain-record.ts";

const records = factFiles(fileURLToPath(new URL("../../data", import.meta.url)))
  .filter(({path}) => path.endsWith(".yaml"))
  .map(({bytes}) => bytes.toString("utf8"));

/** What YAML says; undefined where it says the text is wrong. */
function yaml(text: string): unknown {
  try {
    return parse(text, {
      schema: "failsafe",
      strict: true,
      uniqueKeys: true,
      stringKeys: true,
      logLevel: "error",
      prettyErrors: false,
      maxAliasCount: 0,
    });
  } catch {
    return undefined;
  }
}

describe("the plain reading of a record", () => {
  it("is that of YAML for every shipped record, and covers nearly all of them", () => {
    let plain = 0;
    for (const text of records) {
      const read = plainRecord(text);
      if (read === undefined) continue;
      plain++;
      expect(read).toEqual(yaml(text));
    }
    expect(plain / records.length).toBeGreaterThan(0.95);
  });

  it("is that of YAML, or none, for records damaged at random", () => {
    const telling = fc.constantFrom(
      ...'\n\n  --:::##""\\\'[]{},&*!|>%@`?~ax0.\t\u00e9\u2028\ufeff',
      " #",
      ": ",
      "- ",
      "\n  ",
      "\n    ",
      "\n  - ",
      "---\n",
      "a: b\n",
      "\\n",
    );
    const edit = fc.record({
      where: fc.nat(1_200),
      drop: fc.nat(4),
      insert: fc.array(telling, {maxLength: 4}),
    });
    let read = 0;
    fc.assert(
      fc.property(
        fc.nat(records.length - 1),
        fc.array(edit, {minLength: 1, maxLength: 4}),
        (which, edits) => {
          let text = records[which];
          for (const {where, drop, insert} of edits) {
            const at = where % (text.length + 1);
            text = text.slice(0, at) + insert.join("") + text.slice(at + drop);
          }
          const plain = plainRecord(text);
          if (plain === undefined) return;
          read++;
          expect(plain).toEqual(yaml(text));
        },
      ),
      {numRuns: 6_000},
    );
    // Damage that is always refused would prove nothing.
    expect(read).toBeGreaterThan(500);
  });

  it.each([
    "a: b: c\n",
    "a: b #c\n",
    "a: 'b'\n",
    "a: &x b\n",
    "a: |\n  b\n",
    "a:\n",
    "a: b\na: c\n",
    "a: b\n  c\n",
    "a:\n- b\n",
    "a:\n  - - b\n",
    'a: "b\\n"\n',
    "a: [b, 'c']\n",
    "a: {b: c}\n",
    "---\na: b\n",
    "",
    "# only a comment\n",
  ])("leaves %j to YAML", (text) => {
    expect(plainRecord(text)).toBeUndefined();
  });
});
