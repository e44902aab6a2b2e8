/**
 * The measures that touch a deployment, each with the fields that decided it.
 *
 * Every measure known on the day ends in exactly one list: it touches, it is ruled out by a named field, or it is over.
 * What cannot be settled is shown as "may apply" with the reason, never dropped.
 */
import type {PolicyFact} from "../../data/forces/force-facts.ts";
import {publishedBy} from "../../data/forces/known-facts.ts";
import type {Day} from "../../units.ts";
import type {Verdict} from "./conditions.ts";
import * as condition from "./conditions.ts";
import type {Deployment} from "./deployment.ts";
import {lawMethod} from "./law-method.ts";
import type {Reach} from "./reach.ts";
import {recordedReaches} from "./recorded-reaches.ts";
import {knownMeasures, type MeasureRow} from "./timeline.ts";

export type Certainty = "applies" | "will apply" | "would apply" | "may apply";

export interface Touch {
  readonly measure: MeasureRow;
  /** Settled conditions read "applies", "will apply" before its day, "would apply" for what has no force yet. */
  readonly certainty: Certainty;
  /** "supplier": it binds the lab or host, and reaches the deployment as a risk of supply. */
  readonly through: "deployer" | "supplier";
  /** The conditions that speak for it and those not settled, in the order they were asked. */
  readonly why: readonly Verdict[];
}

export interface MeasuresTouching {
  readonly notice: string;
  /** The company's own duties first, settled before open, in force before proposed, then newest first. */
  readonly touching: readonly Touch[];
  readonly ruledOut: readonly {readonly measure: MeasureRow; readonly by: readonly Verdict[]}[];
  /** Failed, lifted, ended or replaced by the day. */
  readonly over: readonly MeasureRow[];
}

export function measuresTouching(
  deployment: Deployment,
  policy: readonly PolicyFact[],
  asOf: Day,
  reaches: Readonly<Record<string, Reach>> = recordedReaches,
): MeasuresTouching {
  const facts = new Map(policy.filter((fact) => publishedBy(fact) <= asOf).map((fact) => [fact.id, fact]));
  const touching: Touch[] = [];
  const ruledOut: {measure: MeasureRow; by: Verdict[]}[] = [];
  const over: MeasureRow[] = [];
  for (const measure of knownMeasures(policy, asOf, reaches)) {
    if (measure.stage === "failed" || measure.stage === "ended") {
      over.push(measure);
      continue;
    }
    const {through, verdicts} = conditions(deployment, facts.get(measure.id)!, reaches[measure.id]);
    const against = verdicts.filter(({answer}) => answer === "no");
    if (against.length > 0 || through === "nobody") ruledOut.push({measure, by: against});
    else {
      const settled = verdicts.every(({answer}) => answer === "yes");
      touching.push({
        measure,
        certainty: settled ? IF_SETTLED[measure.stage] : "may apply",
        through,
        why: verdicts,
      });
    }
  }
  return {notice: lawMethod.notice.value, touching: touching.sort(byWeight), ruledOut, over};
}

function conditions(
  deployment: Deployment,
  fact: PolicyFact,
  recorded: Reach | undefined,
): {through: "deployer" | "supplier" | "nobody"; verdicts: Verdict[]} {
  if (recorded === undefined) {
    return {
      through: "deployer",
      verdicts: [
        condition.jurisdictionCondition(deployment, fact, "either"),
        condition.opennessCondition(deployment, fact, "as-recorded"),
        {field: "reach", answer: "unknown", why: "whom it binds is not recorded yet"},
      ],
    };
  }
  const party = condition.boundParty(deployment, recorded);
  return {
    through: party.through,
    verdicts: [
      party.verdict,
      condition.jurisdictionCondition(deployment, fact, recorded.by),
      condition.sectorCondition(deployment, recorded),
      condition.originCondition(deployment, recorded),
      condition.labCondition(deployment, recorded),
      condition.hostingCondition(deployment, recorded),
      condition.opennessCondition(deployment, fact, recorded.openness),
      ...condition.furtherCondition(recorded),
    ],
  };
}

const IF_SETTLED: Readonly<Record<MeasureRow["stage"], Certainty>> = {
  "in-force": "applies",
  enacted: "will apply",
  proposed: "would apply",
  statement: "would apply",
  failed: "would apply",
  ended: "would apply",
};

const STAGES: readonly MeasureRow["stage"][] = [
  "in-force",
  "enacted",
  "proposed",
  "statement",
  "failed",
  "ended",
];

function byWeight(a: Touch, b: Touch): number {
  const rank = ({through, certainty, measure}: Touch) =>
    (through === "deployer" ? 0 : 100) + (certainty === "may apply" ? 10 : 0) + STAGES.indexOf(measure.stage);
  const [x, y] = [a.measure, b.measure];
  return rank(a) - rank(b) || (x.date === y.date ? (x.id < y.id ? -1 : 1) : x.date > y.date ? -1 : 1);
}
