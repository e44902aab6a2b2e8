import {InputError} from "../../../errors.ts";
import {printable} from "../../plain-text.ts";
import {adviceBacktestScreen} from "../../terminal/advice-backtest-screen.ts";
import {adviceScreen} from "../../terminal/advice-screen.ts";
import type {Command} from "../answer.ts";
import {adviseInit} from "./advise-init.ts";
import {adviceAsk} from "../portfolio-file.ts";

/** `lagline advise portfolio.yaml`: what to run for each workload, and what would change it. */
export const advise: Command = async (ask) => {
  const {pipeline, options, effects, args, flags, world} = ask;
  if (flags.init === true && flags.backtest === true)
    throw new InputError("conflicting", "flags: --init and --backtest; one of them was expected");
  if (flags.init === true) return adviseInit(ask);
  if (flags.backtest === true) {
    const backtest = await pipeline.adviceBacktestFor(options, effects);
    return {json: () => backtest, lines: (page) => adviceBacktestScreen(printable(backtest), page)};
  }
  const advice = await pipeline.adviceFor(options, adviceAsk(args[0], world.env), effects);
  return {
    json: () => advice,
    lines: (page) => adviceScreen(printable(advice), flags.all === true, page),
  };
};
