/** The question of the fixed list that a text means; never a guess. */
import {closestName} from "../../data/closest-name.ts";
import {InputError} from "../../errors.ts";
import {type Question, QUESTIONS} from "./questions.ts";

/**
 * By id or by the words of the list; case, punctuation and little words do not count.
 *
 * @throws InputError that suggests the nearest ones
 */
export function questionNamed(text: string): Question {
  const wanted = plain(text);
  const found = QUESTIONS.find(({id, asks}) => plain(id) === wanted || plain(asks) === wanted);
  if (found) return found;
  const words = new Set(wanted.split(" "));
  const near = QUESTIONS.map((question) => ({question, shared: sharedWords(words, question)}))
    .filter(({shared}) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({question}) => question);
  const closest = closestName(
    wanted,
    QUESTIONS.flatMap(({id, asks}) => [plain(id), plain(asks)]),
  );
  const first = QUESTIONS.filter(
    ({id, asks}) => closest !== undefined && [plain(id), plain(asks)].includes(closest),
  );
  const offered = [...new Set([...first, ...near])].slice(0, 3);
  const hint =
    offered.length > 0
      ? `did you mean ${offered.map(({asks}) => `"${asks}"`).join(" or ")}?`
      : "`lagline odds` lists the questions";
  throw new InputError("unknown", `question: ${text}; ${hint}`);
}

const LITTLE = new Set(["a", "an", "the", "of", "is", "does", "will", "be", "by", "to", "in", "for"]);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .split(" ")
    .filter((word) => word !== "" && !LITTLE.has(word))
    .join(" ");

function sharedWords(wanted: ReadonlySet<string>, {id, asks}: Question): number {
  const own = new Set([...plain(asks).split(" "), ...plain(id).split(" ")]);
  return [...wanted].filter((word) => own.has(word)).length / Math.sqrt(own.size);
}
