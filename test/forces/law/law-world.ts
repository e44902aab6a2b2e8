import {fileURLToPath} from "node:url";
import type {PolicyFact} from "../../../src/data/forces/force-facts.ts";
import {loadForceFacts} from "../../../src/data/forces/load-force-facts.ts";
import {dayOf, parseDateSpan} from "../../../src/dates.ts";
import type {Deployment} from "../../../src/forces/law/deployment.ts";

export const policy = loadForceFacts(fileURLToPath(new URL("../../../data/forces", import.meta.url))).policy;

/** A policy row made up for one rule. */
export const measure = (given: Partial<PolicyFact> & {published?: string; on?: string} = {}): PolicyFact => {
  const {published = "2026-01-10", on = "2026-01-05", ...rest} = given;
  return {
    id: "m",
    date: parseDateSpan(on)!,
    jurisdiction: "EU",
    instrument: "A measure",
    status: "in-force",
    appliesToOpenWeights: "yes",
    summary: "",
    sourceUrl: "https://example.org",
    sourceDate: parseDateSpan(published)!,
    tier: "B",
    confidence: "medium",
    licence: "facts",
    retrieved: dayOf("2026-11-23"),
    place: {file: "policy.csv", row: 2},
    ...rest,
  };
};

export const deployment = (given: Partial<Deployment> = {}): Deployment => ({
  jurisdiction: "EU-DE",
  sector: "commercial",
  modelOrigin: "CN",
  hosting: "self-hosted",
  fineTuned: false,
  openWeights: true,
  ...given,
});
