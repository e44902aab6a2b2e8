import {spawn} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {appendToLogFile, readLogFile} from "../../src/store/chained-file.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lagline-log-"));
  file = join(folder, "deep", "ledger.jsonl");
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const append = (...says: string[]) => appendToLogFile(file, () => says.map((one) => ({says: one})));
const said = () => readLogFile(file).entries.map(({body}) => body.says);

describe("appending to a chained file", () => {
  it("makes the file, and adds behind what is there", () => {
    append("one", "two");
    append("three");
    expect(said()).toEqual(["one", "two", "three"]);
    expect(readLogFile(file).faults).toEqual([]);
  });

  it("writes nothing when nothing is made, or making fails", () => {
    append("one");
    const before = readFileSync(file, "utf8");
    appendToLogFile(file, () => []);
    expect(() =>
      appendToLogFile(file, () => {
        throw new Error("changed my mind");
      }),
    ).toThrow("changed my mind");
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it("goes on after a write killed at any byte, keeping whole entries and the torn bytes", () => {
    append("one", "two, with é");
    const whole = readFileSync(file);
    const first = whole.indexOf("\n") + 1;
    for (let cut = first; cut < whole.length; cut += 7) {
      writeFileSync(file, whole.subarray(0, cut));
      rmSync(`${file}.torn`, {force: true});
      const {recovered} = append("next");
      expect(said()).toEqual(["one", "next"]);
      expect(readLogFile(file).faults).toEqual([]);
      expect(recovered === "").toBe(cut === first);
      if (cut > first) {
        expect(readFileSync(`${file}.torn`).subarray(0, -1)).toEqual(whole.subarray(first, cut));
      }
    }
  });

  it("refuses to build on a changed past, and says where", () => {
    append("one", "two");
    writeFileSync(file, readFileSync(file, "utf8").replace("one", "six"));
    expect(() => append("three")).toThrow(
      /entry 1 was changed after it was written: says no longer fits its mark/,
    );
    expect(said()).toEqual(["six", "two"]);
  });

  it("breaks the lock of a process that is gone", () => {
    append("one");
    writeFileSync(`${file}.lock`, `999999999 ${hostname()}\n`);
    append("two");
    expect(said()).toEqual(["one", "two"]);
  });

  it("loses nothing when several processes append at once", async () => {
    const child = fileURLToPath(new URL("append-child.ts", import.meta.url));
    const names = ["ada", "bo", "cy"];
    const codes = await Promise.all(
      names.map(
        (name) =>
          new Promise<number | null>((resolve) => {
            spawn(process.execPath, [child, file, name, "15"], {stdio: "inherit"}).once("exit", resolve);
          }),
      ),
    );
    expect(codes).toEqual([0, 0, 0]);
    const {entries, faults, torn} = readLogFile(file);
    expect([faults, torn]).toEqual([[], ""]);
    for (const name of names) {
      expect(entries.filter(({body}) => body.by === name).map(({body}) => body.i)).toEqual([
        ...Array(15).keys(),
      ]);
    }
  }, 30_000);
});
