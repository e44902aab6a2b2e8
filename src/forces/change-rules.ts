/**
 * What each kind of happening should move, when, and how much it weighs among others.
 *
 * The texts are expectations, not findings: they say where to look. Weights order the panel; none enters a number.
 */
import type {DistillationFact, PolicyFact, SupplierEventType} from "../data/forces/force-facts.ts";

export interface ChangeRule {
  readonly weight: number;
  readonly moves: string;
  readonly when: string;
}

const rule = (weight: number, moves: string, when: string): ChangeRule => ({weight, moves, when});
const CUSTOMERS = "what its customers run on";

export const changeRules = {
  events: {
    value: {
      acquisition: rule(5, "who decides on its licences and prices", "within a year"),
      bankruptcy: rule(6, "access to its service, not to weights already downloaded", "at once"),
      capacity: rule(2, "access to its service", "at once"),
      "closed-release": rule(5, "what of it can be downloaded in future", "from this release on"),
      departure: rule(2, "its next releases", "in half a year to a year"),
      deprecation: rule(4, CUSTOMERS, "by the day it ends"),
      distribution: rule(2, "where it can be bought", "at once"),
      "government-blacklist": rule(5, "who may buy from it", "at once"),
      "licence-change": rule(5, "what its newer weights may be used for", "for versions from this day on"),
      "open-release": rule(5, "the open frontier, if it is better", "once its results are in"),
      outage: rule(2, "trust in its service", "at once"),
      "outage-regulatory": rule(5, "access to its service", "at once"),
      "policy-notice-period": rule(2, "the time left to move when a model goes", "from this day on"),
      "price-cut": rule(4, "the price of its ability", "at once"),
      "price-rise": rule(4, "the price of its ability", "at once"),
      "product-shutdown": rule(3, CUSTOMERS, "by the day it ends"),
      "release-free-tier": rule(2, "how many use it", "within weeks"),
      retirement: rule(4, CUSTOMERS, "at once"),
      "retirement-app": rule(1, "users of its app", "at once"),
      "retirement-reseller": rule(1, "customers of one reseller", "at once"),
      "security-incident": rule(3, "procurement and access rules", "within months"),
      suspension: rule(5, "access to its service", "at once"),
      "terms-change": rule(3, "what customers may do with its service", "from this day on"),
      "withheld-release": rule(5, "what others can copy", "later in open models, if they follow at all"),
    } satisfies Record<SupplierEventType, ChangeRule>,
    reason: "What hurts or frees customers weighs most, then prices, then people and places of sale.",
    alternatives: ["newest first"],
  },
  policy: {
    value: {
      advisory: rule(1, "nothing binding", "not by itself"),
      adopted: rule(2, "nothing binding yet", "once it is law"),
      enacted: rule(4, "who may do what under it", "from the day it binds"),
      failed: rule(2, "nothing: it did not become law", "any more"),
      "in-force": rule(4, "whoever it binds", "at once"),
      lifted: rule(4, "whoever it bound", "at once"),
      proposed: rule(1, "nothing yet", "if it passes"),
      published: rule(1, "nothing binding", "not by itself"),
      reported: rule(2, "nothing confirmed", "if it is confirmed"),
      threatened: rule(3, "access and procurement", "if it is carried out"),
    } satisfies Record<PolicyFact["status"], ChangeRule>,
    reason: "What binds weighs more than what is spoken of.",
    alternatives: ["newest first"],
  },
  distillation: {
    value: {
      accusation: rule(3, "access through APIs, and the case for sanctions", "within months"),
      "api-delay": rule(4, "what others can copy", "later in open models, if they follow at all"),
      "clean-room-claim": rule(2, "how far copying explains the release", "not a date"),
      "counter-evidence": rule(2, "how far copying explains the release", "not a date"),
      "defence-effect": rule(2, "what others can copy", "within months"),
      "evidence-volume": rule(3, "access through APIs, and the case for sanctions", "within months"),
      "government-finding": rule(4, "the case for sanctions", "within months"),
      "industry-cooperation": rule(2, "what others can copy", "within months"),
      legislation: rule(3, "access through APIs", "if it passes"),
      "measured-effect": rule(2, "how far copying explains the release", "not a date"),
      "model-withheld": rule(4, "what others can copy", "later in open models, if they follow at all"),
      position: rule(1, "nothing binding", "not a date"),
      "sanctions-threat": rule(4, "access and procurement", "if it is carried out"),
      "technical-defence": rule(2, "what others can copy", "within months"),
      vulnerability: rule(2, "what others can copy", "until it is closed"),
    } satisfies Record<DistillationFact["type"], ChangeRule>,
    reason: "What changes access weighs more than what is said about it.",
    alternatives: ["newest first"],
  },
  lowConfidence: {
    value: 2,
    reason: "A low-confidence row is not put before a sure one of the same kind.",
    alternatives: ["0"],
  },
  notALab: {
    value: 3,
    reason: "Hosts, routers and other companies matter less to a buyer of models than their makers.",
    alternatives: ["0"],
  },
  largeRoundUsd: {
    value: 1e9,
    reason: "A round of a billion changes what a lab can train; smaller ones keep it going.",
    alternatives: ["1e8"],
  },
} as const;
