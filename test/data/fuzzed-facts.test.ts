import {writeFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {InputError, InputErrors} from "../../src/errors.ts";
import {tinyFacts, withFolder, writeFacts} from "./fixtures.ts";

const tiny = tinyFacts();

type Damage = (bytes: Buffer) => Buffer;

const position = fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true});
const at = (bytes: Buffer, where: number) => Math.floor(bytes.length * where);
/** Characters that mean something to CSV, YAML, numbers, dates or encodings, and any byte. */
const telling = fc.oneof(
  fc.constantFrom(...Buffer.from("\n\r\",:#-[]{}&*!|>%@`'\\ \t.0129eE+?\0")),
  fc.integer({min: 0, max: 255}),
);

const damage: fc.Arbitrary<Damage> = fc.oneof(
  position.map(
    (where): Damage =>
      (bytes) =>
        bytes.subarray(0, at(bytes, where)),
  ),
  fc.tuple(position, telling).map(
    ([where, byte]): Damage =>
      (bytes) => {
        const changed = Buffer.from(bytes);
        if (changed.length > 0) changed[at(bytes, where)] = byte;
        return changed;
      },
  ),
  fc.tuple(position, fc.array(telling, {minLength: 1, maxLength: 12})).map(
    ([where, some]): Damage =>
      (bytes) => {
        const cut = at(bytes, where);
        return Buffer.concat([bytes.subarray(0, cut), Buffer.from(some), bytes.subarray(cut)]);
      },
  ),
  fc.tuple(position, position).map(
    ([one, other]): Damage =>
      (bytes) => {
        const [from, to] = [at(bytes, Math.min(one, other)), at(bytes, Math.max(one, other))];
        return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
      },
  ),
  fc.tuple(position, position).map(
    ([one, other]): Damage =>
      (bytes) => {
        const [from, to] = [at(bytes, Math.min(one, other)), at(bytes, Math.max(one, other))];
        return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
      },
  ),
  fc.uint8Array({maxLength: 60}).map(
    (some): Damage =>
      () =>
        Buffer.from(some),
  ),
);

/** Slowest reading of a damaged set that is still called bounded, in milliseconds; usual is about 10. */
const PATIENCE = 2_000;

describe("damaged facts", () => {
  it.each(Object.keys(tiny))(
    "%s: any damage gives a catalog or told faults with a place, in bounded time",
    (path) => {
      let refused = 0;
      withFolder((folder) => {
        writeFacts(folder);
        fc.assert(
          fc.property(fc.array(damage, {minLength: 1, maxLength: 3}), (all) => {
            writeFileSync(
              join(folder, path),
              all.reduce<Buffer>((bytes, some) => some(bytes), Buffer.from(tiny[path])),
            );
            const start = performance.now();
            try {
              loadCatalog(folder);
            } catch (error) {
              refused++;
              const told = error instanceof InputErrors ? error.errors : [error];
              for (const fault of told) {
                expect(fault).toBeInstanceOf(InputError);
                expect((fault as InputError).place?.file).toBeTruthy();
                // `<word> <thing>: <value>; <what was expected>` on one line, without a stack or an internal name.
                expect((fault as Error).message).toMatch(/^[a-z]+ [^\n]+: [^\n]*; [^\n]+ \[[^\n]+\]$/);
                expect((fault as Error).message).not.toMatch(/undefined|\[object|TypeError|at .*\.ts/);
              }
            }
            expect(performance.now() - start).toBeLessThan(PATIENCE);
          }),
          {numRuns: 80},
        );
      });
      // Were nothing refused, this test would say nothing.
      expect(refused).toBeGreaterThan(10);
    },
  );
});
