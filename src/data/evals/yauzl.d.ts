/** The part of yauzl that is used here; the package brings no types. */
declare module "yauzl" {
  import type {Readable} from "node:stream";

  export interface Entry {
    readonly fileName: string;
    readonly compressionMethod: number;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
  }

  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry, options: {readonly decodeFileData: boolean}): Promise<Readable>;
    close(): void;
  }

  export function openPromise(
    path: string,
    options: {readonly lazyEntries: boolean; readonly validateEntrySizes: boolean},
  ): Promise<ZipFile>;
}
