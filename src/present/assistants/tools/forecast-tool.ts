import {z} from "zod";
import {InputError} from "../../../errors.ts";
import {aboutSchema, assistantTool, quantityLine, shown, shownQuantitySchema} from "../assistant-tool.ts";

export const forecastTool = assistantTool({
  name: "forecast",
  title: "Where the gap is going",
  says: "The forecast of the lag, of the best closed and best open ability and of the distance between them, up to three years ahead, with prediction intervals, and how such forecasts did on past days. Always give the record with the forecast.",
  input: z.object({
    months: z.number().int().min(1).max(60).optional().describe("only numbers for this many months ahead"),
  }),
  output: z.strictObject({
    about: aboutSchema,
    finding: z.string(),
    from: z.string(),
    forecaster: z.string(),
    numbers: z.array(shownQuantitySchema),
    record: z.array(z.string()).describe("how such forecasts did, in sentences"),
  }),
  answer: async ({report: read}, {months}) => {
    const {about, forecast} = await read();
    if (!forecast)
      throw new InputError("insufficient", "forecast: none; the facts carry no forecast on this day");
    const {finding, from, shown: forecaster, backtest} = forecast;
    const numbers = forecast.quantities.filter(
      ({label}) => months === undefined || label.includes(`, ${months} months ahead`),
    );
    const record = [...backtest.verdict, backtest.note];
    return {
      value: {about, finding, from, forecaster, numbers: numbers.map(shown), record},
      lines: [finding, ...numbers.map(quantityLine), ...record],
    };
  },
});
