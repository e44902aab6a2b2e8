/** A zip file made by hand (APPNOTE 4.3), so that a test can lie in any field. */
import * as zlib from "node:zlib";

export interface MadeEntry {
  readonly name: string;
  readonly text: string;
  /** 0 stored, 8 deflated, 93 Zstandard. */
  readonly method?: 0 | 8 | 93;
  /** In place of the true size. */
  readonly statedSize?: number;
}

export function madeZip(entries: readonly MadeEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const {name, text, method = 8, statedSize} of entries) {
    const raw = Buffer.from(text);
    const packed = method === 0 ? raw : method === 8 ? zlib.deflateRawSync(raw) : zlib.zstdCompressSync(raw);
    const title = Buffer.from(name);
    const fields = (head: Buffer, at: number) => {
      head.writeUInt16LE(0x0800, at + 2);
      head.writeUInt16LE(method, at + 4);
      head.writeUInt32LE(zlib.crc32(raw), at + 10);
      head.writeUInt32LE(packed.length, at + 14);
      head.writeUInt32LE(statedSize ?? raw.length, at + 18);
      head.writeUInt16LE(title.length, at + 22);
    };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    fields(local, 4);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    fields(central, 6);
    central.writeUInt32LE(offset, 42);
    files.push(local, title, packed);
    directory.push(central, title);
    offset += local.length + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}
