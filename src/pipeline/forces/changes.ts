/** What changed among the forces in the last 30 and 90 days, and what it should move, when. */
import type {
  DatedFact,
  FinanceFact,
  ForceFacts,
  PolicyFact,
  SupplierEvent,
} from "../../data/forces/force-facts.ts";
import {happenedBy} from "../../data/forces/known-facts.ts";
import {isoDay, isoSpan} from "../../dates.ts";
import {forceMethod} from "../../forces/force-method.ts";
import {factSource} from "../../forces/law/fact-source.ts";
import type {Bound} from "../../forces/law/reach.ts";
import type {CopyingReport, ForceChange, ForceLabReport, LawReport} from "../../forces-report.ts";
import {afterMonths, type Day, months} from "../../units.ts";
import {type ChangeRule, changeRules} from "../../forces/change-rules.ts";

export interface ChangeSource {
  /** As known on the as-of date. */
  readonly facts: ForceFacts;
  readonly asOf: Day;
  readonly labs: readonly ForceLabReport[];
  readonly copying: CopyingReport;
  readonly law: LawReport;
}

/** Weightiest first, then newest. */
export function forceChanges(source: ChangeSource): ForceChange[] {
  const {facts, asOf} = source;
  const [near, far] = forceMethod.changeDays.value;
  const recent = <F extends DatedFact>(rows: readonly F[]): F[] =>
    rows.filter((fact) => asOf - happenedBy(fact) < far);
  const name = (id: string) => facts.labs.get(id)?.name ?? id;
  const row = (
    fact: DatedFact,
    force: ForceChange["force"],
    who: string,
    sentence: string,
    {weight, moves, when}: ChangeRule,
  ): ForceChange => ({
    date: isoSpan(fact.date),
    days: asOf - happenedBy(fact) < near ? near : far,
    force,
    who,
    sentence: sentence.replace(/\.\s*$/, ""),
    moves,
    when,
    weight: weight - doubt(fact) - (isLab(fact) ? 0 : changeRules.notALab.value),
    source: factSource(fact),
  });
  const isLab = (fact: DatedFact) => !("lab" in fact) || facts.labs.get(fact.lab as string)?.role === "lab";
  const changes = [
    ...recent(facts.events).map((event) =>
      row(event, forceOf(event), name(event.lab), event.summary, eventRule(event, source)),
    ),
    ...rounds(recent(facts.finance)).map((fact) =>
      row(fact, "money", name(fact.lab), fact.note, roundRule(fact, source)),
    ),
    ...recent(facts.policy).map((fact) =>
      row(fact, "law", fact.jurisdiction, `${fact.instrument}: ${fact.summary}`, lawRule(fact, source)),
    ),
    ...recent(facts.distillation).map((fact) =>
      row(
        fact,
        "copying",
        fact.actors.map(name).join(", "),
        fact.summary,
        withDelay(changeRules.distillation.value[fact.type], fact, source),
      ),
    ),
    ...recent(facts.distribution).map((fact) =>
      row(
        fact,
        "use",
        name(fact.lab),
        `${fact.product}: ${fact.effect}${fact.note ? `; ${fact.note}` : ""}`,
        {
          weight: fact.kind === "online-rl" ? 3 : 1,
          moves: "what its owner learns from use",
          when: "as long as it runs",
        },
      ),
    ),
  ];
  return changes.sort(
    (a, b) =>
      a.days - b.days ||
      b.weight - a.weight ||
      (a.date > b.date ? -1 : a.date < b.date ? 1 : a.source.fact < b.source.fact ? -1 : 1),
  );
}

/** What is unsure or of unclear direction is less of a change. */
const doubt = (fact: DatedFact): number =>
  (fact.confidence === "low" ? changeRules.lowConfidence.value : 0) +
  ("direction" in fact && fact.direction === "unknown" ? 1 : 0);

const forceOf = ({type}: SupplierEvent): ForceChange["force"] =>
  type === "price-cut" || type === "price-rise"
    ? "prices"
    : type === "withheld-release"
      ? "copying"
      : "continuity";

function eventRule(event: SupplierEvent, source: ChangeSource): ChangeRule {
  const base = changeRules.events.value[event.type];
  if (event.type === "licence-change" && event.direction === "toward-open")
    return {...base, moves: "where its newer weights may be used"};
  if (event.type === "deprecation" && event.noticeDays !== "unknown") {
    const end = isoDay((event.date.latest + event.noticeDays) as Day);
    return {...base, when: `customers must be off it by ${end}`};
  }
  return withDelay(base, event, source);
}

/** Where others cannot copy, the fast-follow delay says when open models would show it. */
function withDelay(base: ChangeRule, fact: DatedFact, {copying}: ChangeSource): ChangeRule {
  const wait = copying.delay.value;
  if (base.moves !== "what others can copy" || wait === null || base.when.startsWith("until")) return base;
  const month = isoDay(afterMonths(happenedBy(fact), months(wait))).slice(0, 7);
  return {...base, when: `in open models around ${month}, if they follow at all`};
}

const ROUNDS: readonly FinanceFact["metric"][] = [
  "funding_round_usd",
  "ipo_proceeds_usd",
  "placement_proceeds_usd",
  "debt_financing_usd",
  "acquisition_usd",
  "license_deal_usd",
  "bankruptcy",
];
const SURENESS = ["actual", "reported", "guidance", "talks", "target"];
const WORD: Partial<Record<FinanceFact["metric"], string>> = {
  funding_round_usd: "raised",
  ipo_proceeds_usd: "raised by listing",
  placement_proceeds_usd: "placed shares for",
  debt_financing_usd: "borrowed",
  acquisition_usd: "is bought for",
  license_deal_usd: "licenses its technology for",
};

/** Money that came in, each happening once, told by its surest row. */
function rounds(finance: readonly FinanceFact[]): FinanceFact[] {
  const byEvent = new Map<string, FinanceFact>();
  for (const fact of finance) {
    if (!ROUNDS.includes(fact.metric) || fact.partOf !== "") continue;
    const key = fact.event || fact.id;
    const before = byEvent.get(key);
    if (!before || SURENESS.indexOf(fact.status) < SURENESS.indexOf(before.status)) byEvent.set(key, fact);
  }
  return [...byEvent.values()].map((fact) => {
    const amount = fact.value.mid === "unknown" ? "" : `$${(fact.value.mid / 1e9).toFixed(2)} bn`;
    const said = fact.status === "actual" ? "" : ` (${fact.status})`;
    const remark = fact.note === "" ? "" : `; ${fact.note}`;
    const what = fact.metric === "bankruptcy" ? "failed" : `${WORD[fact.metric]} ${amount}`.trimEnd();
    return {...fact, note: `${what}${said}${remark}`};
  });
}

function roundRule(fact: FinanceFact, {labs}: ChangeSource): ChangeRule {
  if (fact.metric === "bankruptcy") return changeRules.events.value.bankruptcy;
  const weight = fact.value.mid !== "unknown" && fact.value.mid >= changeRules.largeRoundUsd.value ? 4 : 2;
  if (fact.metric === "acquisition_usd" || fact.metric === "license_deal_usd")
    return {weight, moves: "who decides on its licences and prices", when: "within a year"};
  const runway = labs.find(({id}) => id === fact.lab)?.money.runway;
  const now =
    runway === undefined || runway.value === null
      ? ""
      : `; about ${runway.value.toFixed(0)}${runway.censored === "right" ? " or more" : ""} months`;
  return {
    weight,
    moves: `how long its money lasts${now}`,
    when:
      fact.status === "actual"
        ? "already counted in its runway"
        : "counted in its runway by its chance of closing",
  };
}

/** Whom a measure binds and from when, where that is recorded. */
function lawRule(fact: PolicyFact, {law}: ChangeSource): ChangeRule {
  const base = changeRules.policy.value[fact.status];
  const measure = law.measures.find(({id}) => id === fact.id);
  if (!measure) return base;
  const {binds, voluntary, openWeights, bindsFrom} = measure;
  const bound = (binds ?? []).map((party) => BOUND[party as Bound]).filter((party) => party !== "");
  const whom = bound.join(" and ");
  const isFirm = fact.status === "in-force" || fact.status === "enacted";
  return {
    weight: base.weight,
    moves:
      isFirm && bound.length > 0
        ? `what ${whom} ${voluntary ? "may be asked to" : "may"} do${OPEN[openWeights]}`
        : base.moves,
    when: bindsFrom ? `binds from ${bindsFrom}` : base.when,
  };
}

const BOUND: Readonly<Record<Bound, string>> = {
  deployer: "users of models",
  provider: "makers of models",
  counterparty: "the lab's trading partners",
  compute: "sellers of computing power",
  government: "agencies",
  nobody: "",
};
const OPEN: Readonly<Record<PolicyFact["appliesToOpenWeights"], string>> = {
  exempt: " (open weights exempt)",
  partially: " (open weights exempt in part)",
  yes: " (open weights included)",
  unknown: "",
};
