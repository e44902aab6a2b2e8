/** What comes next on a known day: services that end, law that begins to bind, bets that close. */
import type {Report} from "../../report.ts";
import type {Reader} from "./brief.ts";
import {fromFact, fromNumbers, fromRule, listed, type Sentence} from "./sentence.ts";
import {chanceText} from "./uncertainty-words.ts";

const MOST = {ends: 3, law: 4, bets: 4};

export function watchSentences(report: Report, reader: Reader): Sentence[] {
  const law = lawToCome(report);
  const services = [...endsToCome(report), ...scheduled(report)];
  if (reader === "policy") return [...law, ...accusations(report)];
  if (reader === "investor") return [...law.slice(0, 2), ...flagships(report)];
  return [...services, ...law.slice(0, 2), ...flagships(report)];
}

/** Services with one announced end are told together. */
function endsToCome({forces}: Report): Sentence[] {
  const byDay = new Map<string, NonNullable<Report["forces"]>["serviceEnds"][number][]>();
  for (const end of forces?.serviceEnds ?? []) {
    if (end.state !== "scheduled" || end.on === null) continue;
    byDay.set(end.on, [...(byDay.get(end.on) ?? []), end]);
  }
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST.ends)
    .map(([on, ends]) =>
      fromFact(
        `${on}: the lab's own service ends for ${listed(ends.map(({model}) => model))}`,
        ends[0]!.source,
      ),
    );
}

function scheduled({forces}: Report): Sentence[] {
  return (forces?.labs ?? [])
    .flatMap(({name, scheduled: rows}) =>
      rows.filter(({type}) => type !== "retirement").map((row) => ({name, row})),
    )
    .sort((a, b) => (a.row.date < b.row.date ? -1 : 1))
    .slice(0, MOST.ends)
    .map(({name, row}) => fromFact(`${row.date}: ${name}: ${row.summary}`, row.source));
}

function lawToCome({forces}: Report): Sentence[] {
  if (!forces) return [];
  return forces.law.measures
    .filter(({bindsFrom}) => bindsFrom !== null && bindsFrom > forces.asOf)
    .sort((a, b) => (a.bindsFrom! < b.bindsFrom! ? -1 : 1))
    .slice(0, MOST.law)
    .map(({bindsFrom, jurisdiction, instrument, openWeights, source}) =>
      fromFact(
        `${bindsFrom}: ${jurisdiction}: ${instrument} begins to bind; open weights: ${openWeights === "yes" ? "reached" : openWeights === "partially" ? "reached in part" : openWeights === "exempt" ? "exempt" : "not recorded"}`,
        source,
      ),
    );
}

/** The maker of the best open model, and whether its next one will be open. */
function flagships({forces, frontiers}: Report): Sentence[] {
  const best = frontiers.open.at(-1);
  const lab = forces?.labs.find(({continuity}) => continuity.weights.lastFlagship?.model === best?.model);
  const none = lab?.continuity.weights.noNewFlagship;
  if (!best || !lab || !none || none.value === null) return [];
  return [
    fromNumbers(
      `The best open model is ${best.name} by ${lab.name}; that the lab opens no better one within a year is ${chanceText(none.value)}`,
      none,
    ),
  ];
}

function accusations({forces}: Report): Sentence[] {
  const newest = forces?.copying.defences.at(-1);
  return newest ? [fromFact(`${newest.date}: ${newest.summary}`, newest.source)] : [];
}

/** Questions that close soon, with lagline's own chance where it computes one. */
export function bettingSentences({bets}: Report): Sentence[] {
  if (!bets) return [];
  return bets.closingSoon
    .flatMap((id) => bets.questions.find((question) => question.id === id) ?? [])
    .slice(0, MOST.bets)
    .map(({id, asks, closes, chance, chanceSays}) => {
      const text = `${closes} closes ${id}: ${asks.replace(/[.?]\s*$/, "")}?`;
      return chance && chance.value !== null
        ? fromNumbers(`${text} lagline: ${chanceText(chance.value)}`, chance)
        : fromRule(`${text} lagline gives no chance: ${chanceSays || "none is computed"}`, "R60");
    });
}
