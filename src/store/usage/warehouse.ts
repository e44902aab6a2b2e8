/**
 * Where usage rows live, seen from outside: questions in SQL, answers as checked rows.
 *
 * Everything lagline asks of usage goes through here, in SQL that DuckDB and ClickHouse both understand (sums, groups,
 * CASE, coalesce; no QUALIFY, no FILTER, no dialect's own functions): a company's own warehouse can answer the same
 * questions by offering a table or view `usage_hour`, and its rows never leave it.
 */
import type {z} from "zod";

export interface Warehouse {
  /** @throws InputError when an answer does not have the columns of the schema */
  query<S extends z.ZodType>(sql: string, row: S): Promise<z.output<S>[]>;
}
