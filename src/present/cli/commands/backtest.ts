import {withForecast} from "../../forecast-view.ts";
import {printable} from "../../plain-text.ts";
import {backtestScreen} from "../../terminal/backtest-screen.ts";
import type {Command} from "../answer.ts";
import {outFile, writeWhole} from "../out-file.ts";

/** `lagline backtest`: the record at hand; with --again it is made anew, which takes minutes. */
export const backtest: Command = async ({pipeline, options, effects, flags}) => {
  const out = typeof flags.out === "string" ? outFile(flags.out, flags.force === true) : undefined;
  if (flags.again !== true && out === undefined) {
    const {forecast} = withForecast(await pipeline.reportFor(options, effects));
    return {
      json: () => forecast.backtest,
      lines: (page) => backtestScreen(printable(forecast.backtest), page),
    };
  }
  const {record, file} = await pipeline.backtestFor(options, effects);
  if (out !== undefined) writeWhole(out, file);
  return {
    json: () => record,
    lines: (page) => [
      ...backtestScreen(printable(record), page),
      ...(out === undefined ? [] : ["", `Wrote every case to ${out}.`]),
    ],
  };
};
