/** One model must have one id: two spellings of one model would be counted as two. */
import type {Model} from "./catalog.ts";
import type {Faults} from "./faults.ts";

/**
 * A name for comparing: case, blanks, hyphens, underscores and brackets do not count; dots do, because OPT-1.3B is
 * not OPT-13B.
 */
export const comparableName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-()[\],:]+/g, "");

/**
 * Faults: an alias that is another model's id or alias, anywhere; a name that is another model's name at the same lab.
 */
export function checkIdentities(models: Iterable<Model>, faults: Faults): void {
  const all = [...models];
  const owners = new Map<string, string>(all.map(({id}) => [comparableName(id), id]));
  const names = new Map<string, string>();
  for (const {
    id,
    name,
    lab,
    aliases,
    provenance: {place},
  } of all) {
    for (const alias of aliases) {
      const key = comparableName(alias);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, id);
      else if (owner !== id) {
        faults.add("duplicate", `alias: ${alias} of ${id}; an alias not yet used by ${owner} was expected`, {
          ...place,
          column: "aliases",
        });
      }
    }
    const key = `${lab}\t${comparableName(name)}`;
    const other = names.get(key);
    if (other === undefined) names.set(key, id);
    else {
      faults.add(
        "duplicate",
        `name: ${name} of ${id}; a name not yet used by ${other} of the same lab was expected`,
        {...place, column: "name"},
      );
    }
  }
}
