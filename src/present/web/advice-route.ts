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
import {InputError, InputErrors} from "../../errors.ts";
import {plainText, printable} from "../plain-text.ts";

/** @throws InputError or InputErrors with line and field of what is wrong */
export type AdviseOn = (portfolio: Uint8Array) => Promise<Advice>;

export function adviceRoute(adviseOn: AdviseOn): Hono {
  const app = new Hono();
  let last: Promise<unknown> = Promise.resolve();
  const most = factsMethod.largestRecord.value;
  app.post(
    "/",
    bodyLimit({
      maxSize: most,
      onError: (context) =>
        context.json(
          {faults: [`unsupported portfolio: more than ${most} bytes; a smaller file was expected`]},
          413,
        ),
    }),
    async (context) => {
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      const answer = last.then(() => adviseOn(bytes));
      last = answer.catch(() => undefined);
      try {
        return context.json(printable(await answer));
      } catch (error) {
        const faults =
          error instanceof InputErrors ? error.errors : error instanceof InputError ? [error] : undefined;
        if (!faults) throw error;
        return context.json({faults: faults.map(({message}) => plainText(message))}, 422);
      }
    },
  );
  return app;
}
