/**
 * Words for chances, so that a sentence says what its number says and no more.
 *
 * The scale is that of ICD 203, Analytic Standards (US Office of the Director of National Intelligence, 2015), which
 * briefings elsewhere use, too. Each word covers its lower end and not its upper one; below and above the scale a chance
 * is said to be remote or nearly certain, never impossible or certain.
 */
export interface ChanceWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

export const CHANCE_WORDS: readonly ChanceWord[] = [
  {word: "a remote chance", from: 0, to: 0.05},
  {word: "very unlikely", from: 0.05, to: 0.2},
  {word: "unlikely", from: 0.2, to: 0.45},
  {word: "about as likely as not", from: 0.45, to: 0.55},
  {word: "likely", from: 0.55, to: 0.8},
  {word: "very likely", from: 0.8, to: 0.95},
  {word: "nearly certain", from: 0.95, to: 1},
];

/** @param chance - from 0 to 1, both included */
export const chanceWord = (chance: number): string =>
  (CHANCE_WORDS.find(({to}) => chance < to) ?? CHANCE_WORDS.at(-1)!).word;

/** `unlikely (21%)`: the word with its number, which is never said to be nothing or everything. */
export const chanceText = (chance: number): string =>
  `${chanceWord(chance)} (${chance < 0.005 ? "under 1%" : chance > 0.995 ? "over 99%" : `${Math.round(chance * 100)}%`})`;

/** The scale as one sentence, printed with every briefing. */
export const chanceScale = `Words for chances: ${CHANCE_WORDS.map(
  ({word, from, to}) => `${word} ${Math.round(from * 100)}% to ${Math.round(to * 100)}%`,
).join("; ")} (after ICD 203).`;
