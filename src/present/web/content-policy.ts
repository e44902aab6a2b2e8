/** What the page may load and run: its own files and nothing from anywhere else; nothing written into it is run. */
const COMMON = ["font-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"];

/** For a page that is served; sent as a header. */
export const servedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  ...COMMON,
  "frame-ancestors 'none'",
].join("; ");

/** For a page opened as a file, whose neighbours have the scheme `file:`; it can ask nobody for anything. */
export const filePolicy = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file:",
  "img-src 'self' file: data: blob:",
  "connect-src 'none'",
  "worker-src 'self' file: blob:",
  ...COMMON,
].join("; ");
