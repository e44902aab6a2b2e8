/** Which models were asked of late, by their names in the logs. */
import {z} from "zod";
import type {Warehouse} from "./warehouse.ts";

const row = z.object({model: z.string(), last: z.string().regex(/^\d{4}-\d{2}-\d{2}/)});

/** @param days - before the last day in the logs, which is counted */
export async function usedModels(warehouse: Warehouse, days: number): Promise<string[]> {
  const models = await warehouse.query(
    "SELECT model AS model, CAST(max(hour) AS VARCHAR) AS last FROM usage_hour GROUP BY model ORDER BY model",
    row,
  );
  const dayIn = (text: string) => Date.parse(text.slice(0, 10)) / 86_400_000;
  const newest = Math.max(...models.map(({last}) => dayIn(last)));
  return models.filter(({last}) => dayIn(last) > newest - days).map(({model}) => model);
}
