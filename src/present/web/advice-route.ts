/**
 * Advice on a portfolio that was typed into the page: its text comes in, the advice goes out, nothing is kept.
 *
 * It is asked by POST so that the portfolio stands in no address or log; nothing on the machine is changed by it. One
 * advice is worked on at a time, because each takes a processor for some seconds.
 */
import {Hono} from "hono";
import {bodyLimit} from "hono/body-limit";
import type {Advice} from "../../advice-report.ts";
import {factsMethod} from "../../data/facts-method.ts";
import {answered, tooLarge} from "./answered.ts";
import {oneAtATime} from "./one-at-a-time.ts";

/** @throws InputError or InputErrors with line and field of what is wrong */
export type AdviseOn = (portfolio: Uint8Array) => Promise<Advice>;

export const portfolioLimit = () => {
  const most = factsMethod.largestRecord.value;
  return bodyLimit({maxSize: most, onError: (context) => tooLarge(context, "portfolio", most)});
};

export function adviceRoute(adviseOn: AdviseOn): Hono {
  const app = new Hono();
  const queued = oneAtATime();
  app.post("/", portfolioLimit(), async (context) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return answered(
      context,
      queued(() => adviseOn(bytes)),
    );
  });
  return app;
}
