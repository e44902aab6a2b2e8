import {createMcpHandler} from "@modelcontextprotocol/server";
import {serveStdio} from "@modelcontextprotocol/server/stdio";
import {Hono} from "hono";
import type {Advice} from "../../../advice-report.ts";
import {assistantServer} from "../../assistants/assistant-server.ts";
import type {AssistantSource} from "../../assistants/assistant-tool.ts";
import {listening} from "../../web/listening.ts";
import {type Guard, loopbackHosts, requestGuard} from "../../web/request-guard.ts";
import {shippedPortfolio} from "../../web/shipped-portfolios.ts";
import type {Ask, Command} from "../answer.ts";
import {typedPortfolio} from "../portfolio-file.ts";
import {placeOf, tokenOf} from "./serve.ts";

const PORT = 4281;
/** A question is a few hundred bytes, a portfolio some thousand. */
const MOST_BYTES = 262_144;
const MOST_ADVICES = 4;

/** `lagline mcp`: answers assistants over standard input and output; with `--http` on a port, until Ctrl-C. */
export const mcp: Command = async (ask) => {
  if (ask.flags.http !== true) {
    serveStdio(() => assistantServer(sourceOf(ask)));
    return undefined;
  }
  const place = placeOf(ask.flags, PORT);
  const token = tokenOf(ask.flags, ask.world.env, place.host);
  const source = sourceOf(ask);
  const {address} = await listening(
    (port) => assistantApp(source, {hosts: loopbackHosts(port), ...(token === undefined ? {} : {token})}),
    place,
  );
  const endpoint = `${address}mcp`;
  return {
    json: () => ({endpoint, needsToken: token !== undefined}),
    lines: () => [`lagline answers assistants at ${endpoint} until Ctrl-C.`],
  };
};

/** The protocol over HTTP behind the same checks as the page. */
export function assistantApp(source: AssistantSource, guard: Guard): Hono {
  const app = new Hono();
  const handler = createMcpHandler(() => assistantServer(source), {
    maxRequestBodySize: MOST_BYTES,
  });
  app.use(requestGuard(guard));
  app.all("/mcp", (context) => handler.fetch(context.req.raw));
  app.notFound((context) => context.text("Assistants are answered at /mcp.\n", 404));
  return app;
}

/** Computed when first asked for, then kept: an assistant that only lists tools waits for nothing. */
function sourceOf({pipeline, options, effects, world}: Ask): AssistantSource {
  const advices = new Map<string, Promise<Advice>>();
  /** The last few: an assistant asks, then wants single numbers explained. */
  const kept = (key: string, make: () => Promise<Advice>): Promise<Advice> => {
    const known = advices.get(key);
    if (known) return known;
    const [oldest] = advices.keys();
    if (advices.size >= MOST_ADVICES && oldest !== undefined) advices.delete(oldest);
    const made = make();
    advices.set(key, made);
    made.catch(() => advices.delete(key));
    return made;
  };
  let report: ReturnType<AssistantSource["report"]> | undefined;
  let catalog: ReturnType<AssistantSource["catalog"]> | undefined;
  let priced: ReturnType<AssistantSource["priced"]> | undefined;
  return {
    report: () => (report ??= pipeline.reportFor(options, effects)),
    catalog: () => (catalog ??= pipeline.catalogFor(options).then((view) => view.catalog)),
    advice: (text) =>
      kept(text, () =>
        pipeline.adviceFor(options, typedPortfolio(new TextEncoder().encode(text), world.env), effects),
      ),
    shippedAdvice: async (name) => pipeline.shippedAdviceFor(options, shippedPortfolio(name), effects),
    priced: () => (priced ??= pipeline.pricedCatalogFor(options)),
    whatIf: (asked) => pipeline.whatIfFor(options, effects, asked),
    odds: (asked) => pipeline.oddsFor(options, effects, asked),
  };
}
