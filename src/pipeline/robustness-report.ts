/** The robustness estimate on the Catalog, and as the Report shows it. */
import type {Catalog, DateConvention} from "../data/catalog.ts";
import {releaseDate} from "../data/release-date.ts";
import {midpoint} from "../dates.ts";
import type {
  ClassEstimate,
  Figure,
  Insufficient,
  RobustnessEstimate,
} from "../measure/robustness/estimate.ts";
import type {RobustnessInput} from "../measure/robustness/robustness-input.ts";
import type {Quantity, RobustnessReport} from "../report.ts";
import type {Day} from "../units.ts";
import type {ScaleAnchors} from "./scale-anchors.ts";

export const ROBUSTNESS_RULE = "R23";

/** The scale's anchors in the words of the robustness method. */
export const robustnessAnchors = ({low, high}: ScaleAnchors) => ({
  low: low.id,
  lowPoints: low.points,
  high: high.id,
  highPoints: high.points,
});

/** Only models with a flag and a date: the estimate compares open with closed at equal age. */
export function robustnessInput(catalog: Catalog, dates: DateConvention, asOf: Day): RobustnessInput {
  const models = [...catalog.models.values()].flatMap((model) => {
    const release = releaseDate(model, dates);
    return model.openness === "unknown" || !release.known
      ? []
      : [{id: model.id, lab: model.lab, openness: model.openness, releaseDay: midpoint(release.date)}];
  });
  const known = new Set(models.map(({id}) => id));
  return {
    models,
    benchmarks: [...catalog.benchmarks.values()].map(
      ({id, family, domain, access, chance, ceiling, published}) => ({
        id,
        family,
        domain,
        access,
        ceiling,
        ...(chance === undefined ? {} : {chance}),
        ...(published === undefined ? {} : {publishedDay: published.latest}),
      }),
    ),
    observations: catalog.results.filter(({model}) => known.has(model)),
    preferences: catalog.preferences.filter(({model}) => known.has(model)),
    asOf,
  };
}

export function robustnessReport(estimate: RobustnessEstimate, catalog: Catalog): RobustnessReport {
  const classes = estimate.classes.map((entry): RobustnessReport["classes"][number] => {
    const pairs = estimate.checks.matchedPairs.find((check) => check.class === entry.class);
    const shuffle = estimate.checks.placebo.find((check) => check.class === entry.class);
    return {
      class: entry.class,
      points: figureQuantity(
        {
          id: `dif.${entry.class}.points`,
          label: `open on ${entry.class} evidence, at equal public ability`,
          unit: "points",
        },
        entry.kind === "estimate" ? entry.differencePoints : entry,
        entry.nResults,
      ),
      months: figureQuantity(
        {id: `dif.${entry.class}.months`, label: `the same in months of closed progress`, unit: "months"},
        entry.kind === "estimate" ? entry.differenceMonths : entry,
        entry.nResults,
      ),
      ratio: figureQuantity(
        {
          id: `dif.${entry.class}.lag-ratio`,
          label: `lag on ${entry.class} evidence over lag on public tests`,
          unit: "ratio",
        },
        entry.kind === "insufficient"
          ? entry
          : entry.lag.kind === "insufficient"
            ? entry.lag
            : entry.lag.ratio,
        entry.nResults,
      ),
      matchedPairs: figureQuantity(
        {
          id: `dif.${entry.class}.matched-pairs`,
          label: `open minus closed in matched pairs, ${entry.class} evidence`,
          unit: "points",
        },
        pairs?.kind === "estimate"
          ? {value: pairs.differencePoints, interval: pairs.interval}
          : {
              kind: "insufficient",
              reason: `${pairs?.pairs ?? 0} pairs of open and closed models of equal public ability share a test`,
            },
        pairs?.pairs ?? 0,
      ),
      placebo:
        shuffle?.kind === "estimate"
          ? {
              observed: shuffle.observedPoints,
              low: shuffle.shuffled.low,
              high: shuffle.shuffled.high,
              pValue: shuffle.pValue,
            }
          : null,
      openModels: entry.nOpen,
      closedModels: entry.nClosed,
      results: entry.nResults,
    };
  });
  return {
    finding: finding(estimate.classes),
    classes,
    ratio: (classes.find((entry) => entry.class === "held-out") ?? classes[0]).ratio,
    published: publishedRatios(catalog),
    labs: estimate.labs.map(({lab, class: evidence, openness, differencePoints, results}) => ({
      lab: catalog.labs.get(lab)?.name ?? lab,
      openness,
      class: evidence,
      points: figureQuantity(
        {
          id: `dif.${evidence}.lab.${lab}.${openness}`,
          label: `${catalog.labs.get(lab)?.name ?? lab} (${openness}) on ${evidence} evidence`,
          unit: "points",
        },
        differencePoints,
        results,
      ),
    })),
    models: estimate.models.map(({model, class: evidence, differencePoints, results}) => ({
      model,
      class: evidence,
      points: figureQuantity(
        {id: `dif.${evidence}.model.${model}`, label: `${model} on ${evidence} evidence`, unit: "points"},
        differencePoints,
        results,
        [model],
      ),
    })),
    caveats: [...estimate.caveats],
  };
}

function figureQuantity(
  naming: Pick<Quantity, "id" | "label" | "unit">,
  figure: Figure | Insufficient | {readonly kind: "insufficient"; readonly reason: string},
  n: number,
  models: string[] = [],
): Quantity {
  const missing = "kind" in figure ? figure.reason : null;
  return {
    ...naming,
    value: "kind" in figure ? null : figure.value,
    interval: "kind" in figure ? null : {...figure.interval, kind: "credible"},
    censored: "none",
    insufficient: missing,
    n,
    note: null,
    evidence: {rule: ROBUSTNESS_RULE, models, benchmarks: [], quantities: [], records: []},
  };
}

/** Others' private lag over their own lag on public, else on all, benchmarks: pairs of one author and date. */
function publishedRatios({publishedEstimates}: Catalog): RobustnessReport["published"] {
  return publishedEstimates
    .filter(({scope, unit}) => scope === "private" && unit === "months")
    .flatMap((held) => {
      const base = publishedEstimates.find(
        ({author, date, scope, unit}) =>
          author === held.author &&
          date.latest === held.date.latest &&
          unit === "months" &&
          scope !== "private",
      );
      if (!base) return [];
      const [publicMonths, privateMonths] = [Number(base.value), Number(held.value)];
      return [
        {
          author: held.author,
          publicMonths,
          privateMonths,
          ratio: privateMonths / publicMonths,
          url: held.url,
        },
      ];
    });
}

/**
 * What the evidence says of the claim, without letting a threshold decide: the held-out difference with its interval
 * and the share of draws in which open does worse, then the classes in order.
 */
function finding(classes: readonly ClassEstimate[]): string {
  const known = classes.filter((entry) => entry.kind === "estimate");
  const heldOut = known.find((entry) => entry.class === "held-out");
  const others = known
    .filter((entry) => entry.class !== "held-out")
    .sort((a, b) => a.differencePoints.value - b.differencePoints.value)
    .map((entry) => `${entry.class} ${difference(entry)}`);
  if (!heldOut) {
    return others.length === 0
      ? "The facts hold too little private, fresh or preference evidence to test the claim."
      : `At equal public ability, open minus closed in points: ${others.join(", ")}.`;
  }
  const {lag, probabilityWorse} = heldOut;
  const ratio =
    lag.kind === "estimate"
      ? `; their lag there is ${lag.ratio.value.toFixed(2)} times the public one [${lag.ratio.interval.low.toFixed(2)}, ${lag.ratio.interval.high.toFixed(2)}]`
      : "";
  return (
    `At equal public ability open models score ${difference(heldOut)} index points on held-out tests ` +
    `(worse in ${Math.round(100 * probabilityWorse)}% of draws)${ratio}. By class: ${others.join(", ")}.`
  );
}

const difference = ({differencePoints: {value, interval}}: {readonly differencePoints: Figure}): string =>
  `${signed(value)} [${signed(interval.low)}, ${signed(interval.high)}]`;

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`;
