/** After a sync, the state before and the new one are among the kept vintages, so that they can be compared. */
import {vintageStore} from "../../store/vintage-store.ts";

/** @returns nothing; what is kept already is not kept again */
export function keepVintages(
  home: string,
  states: readonly {readonly vintage: string; readonly folder: string; readonly origin: string}[],
  day: string,
): void {
  const store = vintageStore(home);
  const known = store.list().records.map(({hash}) => hash);
  for (const {vintage, folder, origin} of states) {
    if (!known.some((hash) => hash.startsWith(vintage.slice(1)))) store.keep(folder, {day, origin});
  }
}
