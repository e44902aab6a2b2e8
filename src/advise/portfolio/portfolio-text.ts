/**
 * A portfolio file from answers: what was answered stands as a field, what was not as a comment with the default in use.
 */

/** Answers by path, such as `tokens.input`; a list is written as it is, `[China]`. */
export type Answers = ReadonlyMap<string, string>;
/** Defaults in use, as a portfolio names them. */
export type Assumed = readonly {readonly field: string; readonly value: string}[];

export interface PortfolioDraft {
  readonly answers: Answers;
  readonly assumed: Assumed;
  readonly workloads: readonly {readonly answers: Answers; readonly assumed: Assumed}[];
}

const HEAD =
  "# A line that begins with # holds the default in use: take the # away and change it where yours differs.";

/** YAML that `readPortfolio` reads back as the same answers. */
export const portfolioText = ({answers, assumed, workloads}: PortfolioDraft): string =>
  [
    HEAD,
    ...fieldLines(answers, assumed),
    "workloads:",
    ...workloads.flatMap((one) =>
      fieldLines(one.answers, one.assumed).map((line, at) => `${at === 0 ? "  - " : "    "}${line}`),
    ),
    "",
  ].join("\n");

function fieldLines(answers: Answers, assumed: Assumed): string[] {
  const lines: string[] = [];
  const fields = [
    ...[...answers].map(([path, answer]) => ({path, value: scalar(answer), isAnswered: true})),
    ...assumed.map(({field, value}) => ({
      path: field,
      value: scalar(value.replace(/^\$/, "")),
      isAnswered: false,
    })),
  ];
  const holders = new Set<string>();
  for (const {path, value, isAnswered} of fields) {
    const [holder, own] = path.split(".") as [string, string | undefined];
    if (own === undefined) {
      lines.push(`${isAnswered ? "" : "# "}${path}: ${value}`);
      continue;
    }
    if (holders.has(holder)) continue;
    holders.add(holder);
    const inside = fields.filter((one) => one.path.startsWith(`${holder}.`));
    const isHeld = inside.some((one) => one.isAnswered);
    lines.push(`${isHeld ? "" : "# "}${holder}:`);
    for (const one of inside)
      lines.push(
        `${one.isAnswered ? "  " : isHeld ? "  # " : "#   "}${one.path.slice(holder.length + 1)}: ${one.value}`,
      );
  }
  return lines;
}

/** Plain where YAML reads the very text back, quoted elsewhere. */
const scalar = (text: string): string =>
  /^\w[\w.,%-]*$/.test(text) || /^\[[A-Za-z, ]*\]$/.test(text) ? text : JSON.stringify(text);
