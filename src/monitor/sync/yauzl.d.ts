/** The part of yauzl that is used here; the package brings no types. */
declare module "yauzl" {
  import type {Readable} from "node:stream";

  export interface Entry {
    readonly fileName: string;
    readonly uncompressedSize: number;
    readonly externalFileAttributes: number;
  }

  export interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry, options: object): Promise<Readable>;
  }

  export function fromBufferPromise(
    bytes: Buffer,
    options: {
      readonly lazyEntries: boolean;
      readonly strictFileNames: boolean;
      readonly validateEntrySizes: boolean;
    },
  ): Promise<ZipFile>;
}
