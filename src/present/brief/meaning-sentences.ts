/** What follows for one kind of reader: numbers of the Report put beside the decision they bear on. */
import type {ForceLabReport} from "../../forces-report.ts";
import type {Quantity, Report} from "../../report.ts";
import {boundsText, measureText, numberText} from "../quantity-text.ts";
import type {Reader} from "./brief.ts";
import {withBounds} from "./gap-sentences.ts";
import {fromNumbers, fromRule, listed, type Sentence} from "./sentence.ts";
import {chanceText} from "./uncertainty-words.ts";

const YEAR = 12;
const FEW = 3;

export function meaningSentences(report: Report, reader: Reader): Sentence[] {
  switch (reader) {
    case "cto":
      return [
        ...age(report),
        ...unseen(report),
        ...priceRatio(report),
        ...successors(report),
        ...hurt(report),
      ];
    case "architect":
      return [...age(report), ...unseen(report), ...cheapest(report), ...hosts(report), ...notice(report)];
    case "product":
      return [...age(report), ...priceRatio(report), ...falls(report), ...hurt(report)];
    case "investor":
      return [
        ...runways(report),
        ...paying(report),
        ...falls(report),
        ...priceRatio(report),
        ...coupling(report),
      ];
    case "policy":
      return [...coupling(report), ...reach(report), ...unseen(report), ...successors(report)];
  }
}

/** The headline turned around: how old the closed ability is that one can hold in one's own hands. */
function age({headline: {lag}}: Report): Sentence[] {
  if (lag.value === null || lag.value <= 0) return [];
  return [
    fromNumbers(
      `What the best closed model could do ${measureText(lag)} ago, the best open one can do now: work that was good enough then can run on weights of your own`,
      lag,
    ),
  ];
}

function unseen({robustness: {ratio}}: Report): Sentence[] {
  if (ratio.value === null || !ratio.interval) return [];
  const {low, high} = ratio.interval;
  const isTold = low !== null && high !== null && (low > 1 || high < 1);
  return [
    fromNumbers(
      `On tests they cannot have seen, the lag of open models is ${withBounds(ratio)} times that on public tests, ${isTold ? "so public scores mislead; try your own tasks" : "which cannot be told from 1; try your own tasks all the same"}`,
      ratio,
    ),
  ];
}

function priceRatio({forces}: Report): Sentence[] {
  const ratio = forces?.prices.typicalRatio;
  if (!ratio || ratio.value === null) return [];
  return [
    fromNumbers(
      `At equal ability an open model's list price is ${withBounds(ratio)} times that of a closed one`,
      ratio,
    ),
  ];
}

function cheapest({forces}: Report): Sentence[] {
  const levels = (forces?.prices.levels ?? []).filter(({now}) => now.value !== null);
  if (levels.length === 0) return [];
  const told = levels.map(
    ({level, now, cheapest: [first]}) =>
      `${level} points ${measureText(now)}${first ? ` (${first.name})` : ""}`,
  );
  return [
    fromNumbers(`The cheapest list price by ability is: ${listed(told)}`, ...levels.map(({now}) => now)),
  ];
}

function falls({forces}: Report): Sentence[] {
  const falling = (forces?.prices.levels ?? []).map(({level, decline}) => ({level, fall: decline.backCast}));
  const known = falling.filter(({fall}) => fall.value !== null).slice(-FEW);
  if (known.length === 0) return [];
  const told = known.map(
    ({level, fall}) =>
      `${numberText(fall.value!, fall.unit)} at ${level} points (${fall.interval ? boundsText(fall.interval, fall.unit) : "no interval"})`,
  );
  return [
    fromNumbers(
      `The price of an ability falls in a year by ${listed(told)}, late entries dated back`,
      ...known.map(({fall}) => fall),
    ),
  ];
}

function hosts({forces}: Report): Sentence[] {
  const ratio = forces?.prices.hosts;
  if (!ratio || ratio.value === null) return [];
  return [
    fromNumbers(
      `The cheapest third party asks ${withBounds(ratio)} times the lab's own price for the same weights; precision and caching are theirs to choose`,
      ratio,
    ),
  ];
}

const openLabs = ({forces}: Report): ForceLabReport[] =>
  (forces?.labs ?? []).filter(({openWeights}) => openWeights !== "no");
const chance = ({value}: Quantity): string => chanceText(value!);

/** Whether new open flagships will come, from those who made the latest. */
function successors(report: Report): Sentence[] {
  const makers = openLabs(report)
    .filter(
      ({continuity}) => continuity.weights.lastFlagship && continuity.weights.noNewFlagship.value !== null,
    )
    .sort((a, b) =>
      a.continuity.weights.lastFlagship!.date < b.continuity.weights.lastFlagship!.date ? 1 : -1,
    )
    .slice(0, FEW);
  if (makers.length === 0) return [];
  const told = makers.map(({name, continuity}) => `${name} ${chance(continuity.weights.noNewFlagship)}`);
  return [
    fromNumbers(
      `Weights you have keep running; that no new open flagship comes within a year is, for the makers of the latest: ${listed(told)}`,
      ...makers.map(({continuity}) => continuity.weights.noNewFlagship),
    ),
  ];
}

/** The likeliest harm of a supplier, over all labs. */
function hurt({forces}: Report): Sentence[] {
  const worst = (forces?.labs ?? [])
    .flatMap(({name, continuity}) =>
      continuity.service.hazards.flatMap(({label, within}) =>
        within && within.value !== null ? [{name, label, within}] : [],
      ),
    )
    .sort((a, b) => b.within.value! - a.within.value!)
    .slice(0, FEW);
  if (worst.length === 0) return [];
  const told = worst.map(({name, label, within}) => `${name} ${label}: ${chance(within)}`);
  return [
    fromNumbers(
      `Likeliest to hurt a customer of its service within a year: ${told.join("; ")}`,
      ...worst.map(({within}) => within),
    ),
  ];
}

function notice({forces}: Report): Sentence[] {
  const known = (forces?.labs ?? [])
    .map(({name, continuity}) => ({name, notice: continuity.service.notice}))
    .filter(({notice: days}) => days.value !== null)
    .sort((a, b) => a.notice.value! - b.notice.value!)
    .slice(0, FEW);
  if (known.length === 0) return [];
  const told = known.map(({name, notice: days}) => `${name} ${withBounds(days)}`);
  return [
    fromNumbers(
      `Median notice before a model was retired, shortest first: ${listed(told)}`,
      ...known.map(({notice: days}) => days),
    ),
  ];
}

function runways({forces}: Report): Sentence[] {
  const short = (forces?.labs ?? [])
    .filter(({parent, money}) => parent === null && money.runway.prior !== "wholly")
    .flatMap(({name, money}) => {
      const year = money.short.find(({months}) => months === YEAR);
      return year && year.withoutNewMoney.value !== null ? [{name, year}] : [];
    })
    .sort((a, b) => b.year.withoutNewMoney.value! - a.year.withoutNewMoney.value!)
    .slice(0, FEW);
  if (short.length === 0) return [];
  const told = short.map(
    ({name, year}) =>
      `${name} ${chance(year.withoutNewMoney)}, or ${Math.round((year.withRaising.value ?? 0) * 100)}% raising as before`,
  );
  return [
    fromNumbers(
      `Without new money, running short of cash within a year is for the likeliest: ${told.join("; ")}`,
      ...short.map(({year}) => year.withoutNewMoney),
    ),
  ];
}

/** Open labs whose releases pay for themselves today, by the middle of what is known. */
function paying(report: Report): Sentence[] {
  const known = openLabs(report).flatMap(({name, money}) => {
    const now = money.breakEven.find(({id}) => id.endsWith(".pays.now"));
    return now && now.value !== null ? [{name, now}] : [];
  });
  if (known.length === 0) return [];
  const pay = known.filter(({now}) => now.value! > 0.5);
  const most = [...known].sort((a, b) => b.now.value! - a.now.value!)[0]!;
  return [
    fromNumbers(
      `Of ${known.length} labs that open weights, ${pay.length === 0 ? "none more likely than not pays" : `${listed(pay.map(({name}) => name))} more likely than not ${pay.length === 1 ? "pays" : "pay"}`} for keeping pace out of what customers pay; the likeliest is ${most.name}, ${chance(most.now)}`,
      ...(pay.length > 0 ? pay : [most]).map(({now}) => now),
    ),
  ];
}

const coupling = ({forces}: Report): Sentence[] =>
  forces ? [fromNumbers(forces.copying.finding, forces.copying.coupling)] : [];

function reach({forces}: Report): Sentence[] {
  const measures = forces?.law.measures ?? [];
  const now = measures.filter(({stage}) => stage === "in-force");
  const open = now.filter(({openWeights}) => openWeights === "yes" || openWeights === "partially");
  if (now.length === 0) return [];
  const places = [...new Set(open.map(({jurisdiction}) => jurisdiction))].sort();
  return [
    fromRule(
      `Of ${now.length} measures in force, ${open.length} reach open weights at least in part${places.length > 0 ? ` (${listed(places)})` : ""}; ${measures.filter(({stage}) => stage === "proposed").length} more are proposed`,
      "R41",
    ),
  ];
}
