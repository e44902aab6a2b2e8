import {mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {cacheFolder, fileCache} from "../../src/cache/file-cache.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lagline-cache-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const bytes = Uint8Array.from({length: 300}, (_, i) => i % 256);
const onlyFile = () => join(folder, readdirSync(folder)[0]);

describe("the file cache", () => {
  it("gives back the bytes it was given", () => {
    fileCache(folder).write("draws", bytes);
    expect(fileCache(folder).read("draws")).toEqual(bytes);
  });

  it("knows nothing of a key never written, nor of one that shares a file by a rename", () => {
    const cache = fileCache(folder);
    expect(cache.read("draws")).toBeUndefined();
    cache.write("draws", bytes);
    const stolen = readFileSync(onlyFile());
    cache.write("other", Uint8Array.of(1));
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), stolen);
    expect(cache.read("other")).toBeUndefined();
  });

  it.each([0, 1, 31, 32, 33, 331])("reads an entry cut at byte %i as missing", (length) => {
    const cache = fileCache(folder);
    cache.write("draws", bytes);
    truncateSync(onlyFile(), length);
    expect(cache.read("draws")).toBeUndefined();
  });

  it("reads an entry with any one flipped bit as missing", () => {
    const cache = fileCache(folder);
    cache.write("draws", bytes);
    const whole = readFileSync(onlyFile());
    for (let i = 0; i < whole.length; i += 7) {
      const damaged = Uint8Array.from(whole);
      damaged[i] ^= 1 << (i % 8);
      writeFileSync(onlyFile(), damaged);
      expect(cache.read("draws")).toBeUndefined();
    }
  });

  it("forgets, without failing, where nothing can be written", () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const cache = fileCache(join(file, "below"));
    cache.write("draws", bytes);
    expect(cache.read("draws")).toBeUndefined();
  });

  it("leaves no unfinished file behind and keeps a bounded number of entries", () => {
    const cache = fileCache(folder);
    for (let i = 0; i < 70; i++) cache.write(`key ${i}`, bytes);
    const names = readdirSync(folder);
    expect(names.every((name) => name.endsWith(".bin"))).toBe(true);
    expect(names.length).toBe(60);
  });
});

describe("the cache folder", () => {
  it("follows the user's own setting first, then the platform's", () => {
    expect(cacheFolder({LAGLINE_CACHE: "/a", XDG_CACHE_HOME: "/b", HOME: "/c"})).toBe("/a");
    expect(cacheFolder({XDG_CACHE_HOME: "/b", HOME: "/c"})).toBe(join("/b", "lagline"));
    expect(cacheFolder({HOME: "/c"})).toBe(join("/c", ".cache", "lagline"));
  });
});
