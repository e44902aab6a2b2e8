/**
 * The user's own evals and usage logs, dropped on the page: `POST /own/file?name=results.json` with its bytes imports one
 * as `lagline evals import` or `lagline usage import` does, `POST /own/portfolio` fills a portfolio with what was used.
 *
 * It is offered to a page on this machine alone. The bytes stand in a folder of the user's own until they are read.
 */
import {createWriteStream, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {Readable, Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {type Context, Hono} from "hono";
import type {FilledPortfolio} from "../../advise/usage/filled-portfolio.ts";
import {importLimits} from "../../data/evals/eval-run.ts";
import type {OwnFile} from "../../pipeline/own-file.ts";
import {portfolioLimit} from "./advice-route.ts";
import {answered, tooLarge} from "./answered.ts";
import {oneAtATime} from "./one-at-a-time.ts";

export interface OwnImports {
  /** @throws InputError or InputErrors with place of what is wrong */
  readonly importFile: (path: string) => Promise<OwnFile>;
  readonly fillPortfolio: (text: string) => Promise<FilledPortfolio>;
}

/** Most bytes of a file: what a reader of evals can hold. */
export const mostFileBytes = (): number => importLimits.fileBytes.value;

export function ownRoute(own: OwnImports): Hono {
  const app = new Hono();
  const queued = oneAtATime();
  app.post("/file", async (context) => {
    const most = mostFileBytes();
    const name = context.req.query("name") ?? "";
    if (!isFileName(name)) {
      return context.json(
        {faults: ["invalid name: a plain name of a file of at most 200 signs was expected"]},
        422,
      );
    }
    if (Number(context.req.header("content-length") ?? 0) > most) return tooLarge(context, "file", most);
    const folder = mkdtempSync(join(tmpdir(), "lagline-drop-"));
    try {
      const path = join(folder, name);
      if (!(await wasWritten(context, path, most))) return tooLarge(context, "file", most);
      return await answered(
        context,
        queued(() => own.importFile(path)),
      );
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  });
  app.post("/portfolio", portfolioLimit(), async (context) => {
    const text = await context.req.text();
    return answered(
      context,
      queued(async () => onTheWay(await own.fillPortfolio(text))),
    );
  });
  return app;
}

/** The filled portfolio by line, because a string on its way to the page loses its line breaks. */
export interface SentPortfolio extends Omit<FilledPortfolio, "text"> {
  readonly lines: readonly string[];
}

const onTheWay = ({text, ...said}: FilledPortfolio): SentPortfolio => ({lines: text.split("\n"), ...said});

/** No folder, no device, nothing that a file system reads as more than a name. */
const isFileName = (name: string): boolean =>
  /^[^/\\:*?"<>|\u0000-\u001f]{1,200}$/u.test(name) && !/^\.+$/.test(name) && Buffer.byteLength(name) <= 240;

/** The body as a file, part by part; false when it holds more than it may. */
async function wasWritten({req}: Context, path: string, most: number): Promise<boolean> {
  let bytes = 0;
  const counted = new Transform({
    transform(part: Buffer, _, done) {
      bytes += part.length;
      done(bytes > most ? new RangeError("too large") : null, part);
    },
  });
  const body = req.raw.body ? Readable.fromWeb(req.raw.body as never) : Readable.from([]);
  try {
    await pipeline(body, counted, createWriteStream(path, {mode: 0o600}));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
