/** What the Report means for a reader's own workloads: the advice, in its own words, and what would change it. */
import type {Advice, PortfolioView, Trigger, WorkloadAdvice} from "../../advice-report.ts";
import {ownMachinesText} from "../advice-text.ts";
import {boundsText, measureText, numberText, valueText} from "../quantity-text.ts";
import type {Reader} from "./brief.ts";
import {withBounds} from "./gap-sentences.ts";
import {fromNumbers, fromRule, listed, type Sentence} from "./sentence.ts";
import {chanceText} from "./uncertainty-words.ts";

/** What a reader asks for beyond what to run, and how many of each are told: a briefing has two pages. */
const MOST: Readonly<Record<Reader, Most>> = {
  cto: {triggers: 2, stresses: 1, ownEvals: true},
  architect: {triggers: 2, stresses: 0, ownEvals: true},
  product: {triggers: 2, stresses: 0, ownEvals: true},
  investor: {triggers: 1, stresses: 2, ownEvals: false},
  policy: {triggers: 1, stresses: 2, ownEvals: false},
};
interface Most {
  readonly triggers: number;
  readonly stresses: number;
  /** Whether the result of an eval of one's own is a signal that the reader can act on. */
  readonly ownEvals: boolean;
}
const RULES = {decision: "R74", record: "R79"} as const;
const SHARES = 2;

export function portfolioSentences({workloads, view, record}: Advice, reader: Reader): Sentence[] {
  const {triggers, stresses, ownEvals} = MOST[reader];
  return [
    ...workloads.map(toRun),
    ...(view ? [worth(view)] : []),
    ...(view && stresses > 0 ? [...concentration(view), ...blows(view, stresses)] : []),
    ...(reader === "architect"
      ? workloads.flatMap(withoutIt).concat(workloads.flatMap(ownMachines).slice(0, 1))
      : []),
    ...(reader === "product" ? workloads.flatMap(right) : []),
    ...signals(workloads, triggers, ownEvals),
    ...record.slice(0, 1).map((line) => fromRule(firstPart(line), RULES.record)),
  ];
}

function toRun({name, sentence, ahead, primary}: WorkloadAdvice): Sentence {
  const numbers = [...(ahead ? [ahead] : []), ...(primary ? [primary.cost] : [])];
  const text = `${name}: ${sentence}`;
  return numbers.length > 0 ? fromNumbers(text, ...numbers) : fromRule(text, RULES.decision);
}

const worth = ({cost, netValue, says}: PortfolioView): Sentence =>
  fromNumbers(
    `All of it costs ${measureText(cost)} and is worth ${withBounds(netValue)}. ${says}`,
    cost,
    netValue,
  );

function concentration({suppliers, origins, cost}: PortfolioView): Sentence[] {
  if (suppliers.length === 0) return [];
  const told = (rows: PortfolioView["suppliers"]) =>
    listed(rows.slice(0, SHARES).map(({name, share}) => `${name} (${numberText(share, "share")})`));
  return [fromNumbers(`Its cost goes to ${told(suppliers)}; by origin of the model: ${told(origins)}`, cost)];
}

/** Those that would cost most. */
const blows = ({stresses}: PortfolioView, most: number): Sentence[] =>
  [...stresses]
    .filter(({loss}) => loss.value !== null)
    .sort((a, b) => b.loss.value! - a.loss.value!)
    .slice(0, most)
    .map(({what, loss, workloads}) =>
      fromNumbers(
        `${what}: that would cost ${valueText(loss)} in the first year, on ${workloads.length === 1 ? "one workload" : `${workloads.length} workloads`}`,
        loss,
      ),
    );

const withoutIt = ({name, primary, fallback, fallbackNote}: WorkloadAdvice): Sentence[] =>
  primary
    ? [
        fallback
          ? fromNumbers(
              `${name}: if it fails, ${fallback.name} at ${fallback.host}: ${fallbackNote}; worth ${measureText(fallback.netValue)}`,
              fallback.netValue,
            )
          : fromRule(`${name}: if it fails, there is none: ${fallbackNote}`, RULES.decision),
      ]
    : [];

const ownMachines = ({name, selfHost}: WorkloadAdvice): Sentence[] =>
  selfHost
    ? [fromNumbers(`${name}, on own GPUs: ${ownMachinesText(selfHost)}`, selfHost.cost, selfHost.breakEven)]
    : [];

const right = ({name, primary}: WorkloadAdvice): Sentence[] =>
  primary && primary.success.value !== null && primary.success.interval
    ? [
        fromNumbers(
          `${name}: ${primary.name} is expected to do ${valueText(primary.success)} right (90% interval ${boundsText(primary.success.interval, primary.success.unit)})`,
          primary.success,
        ),
      ]
    : [];

/** The most informative first, those closest to even odds: a near-certainty tells a reader little that waiting does not. */
const signals = (workloads: readonly WorkloadAdvice[], most: number, ownEvals: boolean): Sentence[] =>
  workloads
    .flatMap((workload) => workload.triggers.map((trigger) => ({name: workload.name, trigger})))
    .filter(({trigger}) => trigger.probability.value !== null && (ownEvals || trigger.measure !== "own-eval"))
    .sort((a, b) => fromEven(a.trigger) - fromEven(b.trigger))
    .slice(0, most)
    .map(({name, trigger}) => fromNumbers(`${name}: ${signal(trigger)}`, trigger.probability));

const fromEven = ({probability}: Trigger): number => Math.abs(probability.value! - 1 / 2);

const signal = ({says, then, measure, probability}: Trigger): string =>
  `that ${says.replace(/\.\s*$/, "")} is ${chanceText(probability.value!)}${measure === "own-eval" ? "" : " within the horizon"}; then ${then}`;

/** The result without the comparison with every rival, which the advice itself holds. */
const firstPart = (line: string): string => `How such advice did in the past. ${line.split(";")[0]!}`;
