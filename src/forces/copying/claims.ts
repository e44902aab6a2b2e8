/**
 * Accusations of copying and what speaks against them, side by side, per accused party.
 *
 * An accusation is a claim of the accuser and is shown as one, with its counter-evidence beside it; nothing here weighs
 * them. A party nobody has contradicted has an empty list, which is not a verdict.
 */
import type {DistillationFact} from "../../data/forces/force-facts.ts";
import {isKnown} from "../../data/forces/known-facts.ts";
import {isoSpan} from "../../dates.ts";
import type {Day} from "../../units.ts";
import {type FactSource, factSource} from "../law/fact-source.ts";

export type ClaimRole = "claim" | "counter" | "measurement" | "defence" | "response";

const ROLE_OF_TYPE: Readonly<Record<DistillationFact["type"], ClaimRole>> = {
  accusation: "claim",
  "evidence-volume": "claim",
  "government-finding": "claim",
  "counter-evidence": "counter",
  "clean-room-claim": "counter",
  "measured-effect": "measurement",
  vulnerability: "measurement",
  "api-delay": "defence",
  "defence-effect": "defence",
  "industry-cooperation": "defence",
  "model-withheld": "defence",
  "technical-defence": "defence",
  legislation: "response",
  position: "response",
  "sanctions-threat": "response",
};

export interface ClaimRow {
  readonly date: string;
  readonly role: ClaimRole;
  readonly type: DistillationFact["type"];
  /** Who says it. */
  readonly by: readonly string[];
  readonly about: readonly string[];
  /** In the source's words; null where it names no size. */
  readonly magnitude: string | null;
  readonly summary: string;
  readonly source: FactSource;
}

export interface AccusedParty {
  readonly party: string;
  readonly claims: readonly ClaimRow[];
  readonly counter: readonly ClaimRow[];
  readonly measurements: readonly ClaimRow[];
}

export interface Claims {
  /** Parties accused or defended by name, most claims first. */
  readonly parties: readonly AccusedParty[];
  /** What suppliers did about it. */
  readonly defences: readonly ClaimRow[];
  /** What governments and companies said they would do. */
  readonly responses: readonly ClaimRow[];
  /** Measurements about no accused party. */
  readonly otherMeasurements: readonly ClaimRow[];
}

export function claims(facts: readonly DistillationFact[], asOf: Day): Claims {
  const rows = facts
    .filter((fact) => isKnown(fact, asOf))
    .map(claimRow)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.source.fact < b.source.fact ? -1 : 1));
  const of = (role: ClaimRole) => rows.filter((row) => row.role === role);
  // A clean-room claim is made by the party itself and is about nobody else.
  const subjects = ({by, about, type}: ClaimRow) => (type === "clean-room-claim" ? by : about);
  const names = [...new Set([...of("claim"), ...of("counter")].flatMap(subjects))];
  const parties = names
    .map((party) => {
      const about = (role: ClaimRole) => of(role).filter((row) => subjects(row).includes(party));
      return {party, claims: about("claim"), counter: about("counter"), measurements: about("measurement")};
    })
    .sort((a, b) => b.claims.length - a.claims.length || (a.party < b.party ? -1 : 1));
  const shown = new Set(parties.flatMap(({measurements}) => measurements));
  return {
    parties,
    defences: of("defence"),
    responses: of("response"),
    otherMeasurements: of("measurement").filter((row) => !shown.has(row)),
  };
}

const claimRow = (fact: DistillationFact): ClaimRow => ({
  date: isoSpan(fact.date),
  role: ROLE_OF_TYPE[fact.type],
  type: fact.type,
  by: fact.actors,
  about: fact.targets,
  magnitude: fact.magnitude === "unknown" ? null : fact.magnitude,
  summary: fact.summary,
  source: factSource(fact),
});
