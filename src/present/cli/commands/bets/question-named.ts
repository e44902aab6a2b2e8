/** The question a person names. */
import type {Ledger} from "../../../../bets/ledger.ts";
import type {QuestionRecord} from "../../../../bets/recorded.ts";
import {closestName} from "../../../../data/closest-name.ts";
import {InputError} from "../../../../errors.ts";

/** @throws InputError for an id no ledger has */
export function questionNamed({questions}: Ledger, id: string): QuestionRecord {
  const found = questions.get(id) ?? [...questions.values()].find(({entry}) => entry.id === id.toLowerCase());
  if (found) return found;
  const closest = closestName(id, questions.keys());
  throw new InputError(
    "unknown",
    `question: ${id}; ${closest ? `did you mean ${closest}? ` : ""}\`lagline bets --all\` lists them`,
  );
}
