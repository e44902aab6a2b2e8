/** The page over HTTP: files by path, read only; advice on a portfolio and imports of own files, where they are offered. */
import {Hono} from "hono";
import {adviceRoute, type AdviseOn} from "./advice-route.ts";
import {type OwnImports, ownRoute} from "./own-route.ts";
import {type Guard, requestGuard} from "./request-guard.ts";
import type {SiteFile} from "./site-files.ts";

export interface PageServices {
  readonly adviseOn?: AdviseOn;
  readonly own?: OwnImports;
}

/** @returns an app whose `fetch` answers; it keeps nothing between requests */
export function pageServer(
  files: ReadonlyMap<string, SiteFile>,
  guard: Guard,
  {adviseOn, own}: PageServices = {},
): Hono {
  const app = new Hono();
  app.use(requestGuard(guard));
  if (adviseOn) app.route("/advice", adviceRoute(adviseOn));
  if (own) app.route("/own", ownRoute(own));
  app.use(async (context, next) => {
    const {method} = context.req;
    if (method !== "GET" && method !== "HEAD") {
      context.header("Allow", "GET, HEAD");
      return context.text("This page is read only.\n", 405);
    }
    const hasBody =
      Number(context.req.header("content-length") ?? 0) > 0 || context.req.header("transfer-encoding");
    return hasBody ? context.text("No body was expected.\n", 413) : next();
  });
  app.get("*", async (context) => {
    const path = context.req.path.slice(1);
    const file = files.get(path === "" ? "index.html" : path);
    if (!file) return context.text("There is no such file.\n", 404);
    context.header("Content-Type", file.type);
    return context.body((await file.body()) as string);
  });
  app.onError((error, context) => context.text(`lagline failed here: ${error.message}\n`, 500));
  return app;
}
