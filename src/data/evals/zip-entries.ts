/**
 * Named entries of a zip file as text, within bounds. Entry names are only compared, never used as paths.
 *
 * Entries may be stored, deflated or packed with Zstandard (method 93), which Node unpacks from 22.15 on.
 */
import {type Readable, PassThrough} from "node:stream";
import * as zlib from "node:zlib";
import {openPromise, type Entry} from "yauzl";
import {InputError} from "../../errors.ts";
import {shown} from "../faults.ts";
import {importLimits} from "./eval-run.ts";

const STORED = 0;
const DEFLATED = 8;
const ZSTANDARD = 93;
/** Small texts may shrink by any factor. */
const RATIO_FROM = 1_000_000;

/**
 * @param isWanted - by the entry's name
 * @returns texts by name, in the order of the names
 * @throws InputError when the file is no zip, is damaged, or unpacks to more than the bounds allow
 */
export async function zipTexts(
  path: string,
  file: string,
  isWanted: (name: string) => boolean,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  try {
    const zip = await openPromise(path, {lazyEntries: true, validateEntrySizes: true});
    try {
      if (zip.entryCount > importLimits.entries.value) {
        throw new InputError(
          "unsupported",
          `zip: ${zip.entryCount} entries; at most ${importLimits.entries.value} were expected`,
          {file},
        );
      }
      let unpacked = 0;
      for await (const entry of zip.eachEntry()) {
        if (!isWanted(entry.fileName)) continue;
        if (texts.has(entry.fileName))
          throw new InputError("duplicate", `zip entry: ${shown(entry.fileName)}; each name once was expected`, {file});
        checkSize(entry, unpacked, file);
        const raw = await zip.openReadStreamPromise(entry, {decodeFileData: false});
        const text = await boundedText(unpacking(raw, entry, file), entry, file);
        unpacked += entry.uncompressedSize;
        texts.set(entry.fileName, text);
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError("invalid", `zip: ${shown((error as Error).message)}; a whole Inspect log was expected`, {file});
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function checkSize({fileName, uncompressedSize, compressedSize}: Entry, before: number, file: string): void {
  const {unpackedBytes, unpackedRatio} = importLimits;
  if (before + uncompressedSize > unpackedBytes.value) {
    throw new InputError(
      "unsupported",
      `zip entry: ${shown(fileName)} unpacks to ${uncompressedSize} bytes; at most ${unpackedBytes.value} were expected`,
      {file},
    );
  }
  if (uncompressedSize > RATIO_FROM && uncompressedSize > unpackedRatio.value * compressedSize) {
    throw new InputError(
      "invalid",
      `zip entry: ${shown(fileName)} unpacks to ${Math.round(uncompressedSize / compressedSize)} times its size; at most ${unpackedRatio.value} times was expected`,
      {file},
    );
  }
}

function unpacking(raw: Readable, {fileName, compressionMethod: method}: Entry, file: string): Readable {
  if (method === STORED) return raw;
  if (method === DEFLATED) return piped(raw, zlib.createInflateRaw());
  if (method !== ZSTANDARD) {
    throw new InputError(
      "unsupported",
      `packing of ${shown(fileName)}: method ${method}; stored, deflated or Zstandard was expected`,
      {file},
    );
  }
  if (zlib.createZstdDecompress === undefined) {
    throw new InputError(
      "unsupported",
      `Inspect log: packed with Zstandard, which Node ${process.versions.node} cannot unpack; run lagline on Node 22.15 or newer, or write the log as JSON with "inspect log convert --to json"`,
      {file},
    );
  }
  return piped(raw, zlib.createZstdDecompress());
}

/** Errors of the source reach the reader of the result. */
function piped(raw: Readable, through: NodeJS.ReadWriteStream): Readable {
  const out = new PassThrough();
  raw.on("error", (error) => out.destroy(error));
  through.on("error", (error: Error) => out.destroy(error));
  raw.pipe(through).pipe(out);
  return out;
}

async function boundedText(stream: Readable, {fileName, uncompressedSize}: Entry, file: string): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > uncompressedSize) {
      stream.destroy();
      break;
    }
    parts.push(part);
  }
  if (size !== uncompressedSize) {
    throw new InputError(
      "invalid",
      `zip entry: ${shown(fileName)} unpacks to another size than it states; ${uncompressedSize} bytes were expected`,
      {file},
    );
  }
  return new TextDecoder("utf-8", {fatal: false}).decode(Buffer.concat(parts));
}
