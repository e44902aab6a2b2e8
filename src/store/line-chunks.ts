/**
 * Text cut into chunks at lines chosen by their content, so that two texts that share most lines share most chunks.
 *
 * A line ends a chunk when a hash of that line alone has its low bits zero (about one line in 64) and the chunk has a
 * least size. An inserted or changed row moves no other boundary than those next to it, wherever it stands: a table
 * of a megabyte that gained ten rows costs a few kilobytes, not a megabyte.
 */

/** One line in this many ends a chunk: chunks of the facts' tables come to about 9 kB, 2 kB compressed. */
const LINES_PER_CHUNK = 64;
/** Smaller chunks would cost more in names than they save. */
const LEAST_BYTES = 2_048;
/** A text without suitable lines is cut here. */
const MOST_BYTES = 65_536;
const NEWLINE = 10;

/** Views into `bytes` in order; together they are all of it. */
export function lineChunks(bytes: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let start = 0;
  let hash = 0;
  for (let at = 0; at < bytes.length; at++) {
    hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
    const size = at + 1 - start;
    const isLineEnd = bytes[at] === NEWLINE;
    if ((isLineEnd && size >= LEAST_BYTES && endsChunk(hash)) || size === MOST_BYTES) {
      chunks.push(bytes.subarray(start, at + 1));
      start = at + 1;
    }
    if (isLineEnd) hash = 0;
  }
  if (start < bytes.length) chunks.push(bytes.subarray(start));
  return chunks;
}

/** Mixed first: the low bits of a polynomial hash depend on the last characters alone. */
function endsChunk(hash: number): boolean {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 12)) & (LINES_PER_CHUNK - 1)) === 0;
}
