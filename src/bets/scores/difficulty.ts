/**
 * Scores made comparable between forecasters who answered different questions.
 *
 * score = forecaster + question + error, by least squares; reported is what each would have scored on average over all
 * questions: its own effect plus the mean question effect. Forecasters are comparable only where shared questions link
 * them, so each linked group is fitted by itself.
 */
export interface ScoredAnswer {
  readonly forecaster: string;
  readonly question: string;
  readonly score: number;
}

export interface AdjustedScore {
  readonly forecaster: string;
  readonly adjusted: number;
  readonly questions: number;
  /** Forecasters of one group are comparable with each other; groups count from 0, the largest first. */
  readonly group: number;
}

const SWEEPS = 10_000;
const STILL = 1e-13;

/** @returns one row per forecaster, lowest adjusted score first within its group */
export function difficultyAdjusted(answers: readonly ScoredAnswer[]): AdjustedScore[] {
  const groups = linkedGroups(answers).sort(
    (a, b) => b.length - a.length || (a[0]!.forecaster < b[0]!.forecaster ? -1 : 1),
  );
  return groups.flatMap((rows, group) => fitted(rows).map((row) => ({...row, group})));
}

/** Alternating means: each sweep minimises the squares over the forecasters, then over the questions. */
function fitted(rows: readonly ScoredAnswer[]): Omit<AdjustedScore, "group">[] {
  const [forecasters, questions] = [new Map<string, number>(), new Map<string, number>()];
  for (const {forecaster, question} of rows) {
    forecasters.set(forecaster, 0);
    questions.set(question, 0);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const moved = Math.max(
      update(
        forecasters,
        rows,
        (row) => row.forecaster,
        (row) => row.score - questions.get(row.question)!,
      ),
      update(
        questions,
        rows,
        (row) => row.question,
        (row) => row.score - forecasters.get(row.forecaster)!,
      ),
    );
    if (moved < STILL) break;
  }
  const mean = [...questions.values()].reduce((sum, effect) => sum + effect, 0) / questions.size;
  return [...forecasters]
    .map(([forecaster, effect]) => ({
      forecaster,
      adjusted: effect + mean,
      questions: rows.filter((row) => row.forecaster === forecaster).length,
    }))
    .sort((a, b) => a.adjusted - b.adjusted || (a.forecaster < b.forecaster ? -1 : 1));
}

/** Sets each effect to the mean of what the other side leaves; the largest change. */
function update(
  effects: Map<string, number>,
  rows: readonly ScoredAnswer[],
  key: (row: ScoredAnswer) => string,
  rest: (row: ScoredAnswer) => number,
): number {
  const sums = new Map<string, {sum: number; count: number}>();
  for (const row of rows) {
    const at = sums.get(key(row)) ?? {sum: 0, count: 0};
    sums.set(key(row), {sum: at.sum + rest(row), count: at.count + 1});
  }
  let moved = 0;
  for (const [name, {sum, count}] of sums) {
    const next = sum / count;
    moved = Math.max(moved, Math.abs(next - effects.get(name)!));
    effects.set(name, next);
  }
  return moved;
}

function linkedGroups(answers: readonly ScoredAnswer[]): ScoredAnswer[][] {
  const groups: {names: Set<string>; rows: ScoredAnswer[]}[] = [];
  for (const row of answers) {
    const names = [`f ${row.forecaster}`, `q ${row.question}`];
    const linked = groups.filter((group) => names.some((name) => group.names.has(name)));
    const merged = {
      names: new Set([...linked.flatMap((group) => [...group.names]), ...names]),
      rows: [...linked.flatMap((group) => group.rows), row],
    };
    for (const group of linked) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map(({rows}) => rows);
}
