/**
 * What a workload of each kind is like when its owner says no more: how it is measured, how large one request is, what
 * is at stake. Every figure here is replaced by one line of the portfolio file, and the answer names those in use.
 */
import type {Choice} from "../../choice.ts";
import type {QualityDomain} from "./portfolio.ts";

/** Repetitive: one task like the next, checked by rule. User-driven: people ask, no two tasks alike. */
export type WorkStyle = "repetitive" | "user-driven";
/** Interactive: a person waits. Minutes: nobody watches, but soon. Batch: within a day. */
export type Latency = "interactive" | "minutes" | "batch";

export interface KindDefaults {
  readonly domain: QualityDomain;
  readonly style: WorkStyle;
  readonly latency: Latency;
  /** Per request. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Share of the input tokens that repeat the request before. */
  readonly cachedShare: number;
  readonly requestsPerTask: number;
  /** USD per task done right, and lost by one done wrong. */
  readonly valueOfSuccess: number;
  readonly costOfFailure: number;
  /** Share of tasks that the best model of today does right. */
  readonly bestSucceeds: number;
  /** Share of failures that are noticed before they cost anything. */
  readonly noticed: number;
  /** Words of a description that point to this kind. */
  readonly words: readonly string[];
}

export const WORKLOAD_KINDS = [
  "classification",
  "extraction",
  "summaries",
  "support",
  "document-answers",
  "coding",
  "back-office-agent",
  "analysis",
  "writing",
  "general",
] as const;
export type WorkloadKind = (typeof WORKLOAD_KINDS)[number];

const kinds: Readonly<Record<WorkloadKind, KindDefaults>> = {
  classification: {
    domain: "general",
    style: "repetitive",
    latency: "batch",
    inputTokens: 800,
    outputTokens: 30,
    cachedShare: 0.5,
    requestsPerTask: 1,
    valueOfSuccess: 0.05,
    costOfFailure: 0.1,
    bestSucceeds: 0.96,
    noticed: 0.2,
    words: ["classify", "classification", "label", "tag", "triage", "moderation", "sort"],
  },
  extraction: {
    domain: "general",
    style: "repetitive",
    latency: "batch",
    inputTokens: 4000,
    outputTokens: 400,
    cachedShare: 0.3,
    requestsPerTask: 1,
    valueOfSuccess: 0.3,
    costOfFailure: 0.6,
    bestSucceeds: 0.95,
    noticed: 0.4,
    words: ["extract", "extraction", "parse", "invoice", "fields", "form", "forms"],
  },
  summaries: {
    domain: "general",
    style: "repetitive",
    latency: "batch",
    inputTokens: 8000,
    outputTokens: 500,
    cachedShare: 0.1,
    requestsPerTask: 1,
    valueOfSuccess: 0.3,
    costOfFailure: 0.3,
    bestSucceeds: 0.92,
    noticed: 0.2,
    words: ["summarise", "summarize", "summary", "summaries", "digest", "minutes", "notes"],
  },
  support: {
    domain: "general",
    style: "user-driven",
    latency: "interactive",
    inputTokens: 3000,
    outputTokens: 250,
    cachedShare: 0.7,
    requestsPerTask: 6,
    valueOfSuccess: 2,
    costOfFailure: 1,
    bestSucceeds: 0.85,
    noticed: 0.6,
    words: ["support", "ticket", "tickets", "customer", "customers", "helpdesk", "chat"],
  },
  "document-answers": {
    domain: "knowledge",
    style: "user-driven",
    latency: "interactive",
    inputTokens: 9000,
    outputTokens: 400,
    cachedShare: 0.3,
    requestsPerTask: 2,
    valueOfSuccess: 1,
    costOfFailure: 1,
    bestSucceeds: 0.85,
    noticed: 0.3,
    words: ["search", "answers", "question", "questions", "documents", "knowledge", "retrieval", "rag"],
  },
  coding: {
    domain: "coding",
    style: "user-driven",
    latency: "minutes",
    inputTokens: 30_000,
    outputTokens: 800,
    cachedShare: 0.9,
    requestsPerTask: 40,
    valueOfSuccess: 20,
    costOfFailure: 4,
    bestSucceeds: 0.7,
    noticed: 0.8,
    words: ["code", "coding", "programming", "repository", "pull", "bug", "bugs", "developer", "developers"],
  },
  "back-office-agent": {
    domain: "agentic",
    style: "repetitive",
    latency: "minutes",
    inputTokens: 12_000,
    outputTokens: 500,
    cachedShare: 0.8,
    requestsPerTask: 15,
    valueOfSuccess: 4,
    costOfFailure: 4,
    bestSucceeds: 0.75,
    noticed: 0.5,
    words: ["agent", "agents", "workflow", "tools", "browser", "process", "operations", "reconciliation"],
  },
  analysis: {
    domain: "reasoning",
    style: "user-driven",
    latency: "minutes",
    inputTokens: 15_000,
    outputTokens: 2500,
    cachedShare: 0.5,
    requestsPerTask: 8,
    valueOfSuccess: 15,
    costOfFailure: 10,
    bestSucceeds: 0.65,
    noticed: 0.4,
    words: ["analysis", "analyse", "analyze", "research", "legal", "financial", "risk", "report", "reports"],
  },
  writing: {
    domain: "language",
    style: "user-driven",
    latency: "interactive",
    inputTokens: 2500,
    outputTokens: 900,
    cachedShare: 0.4,
    requestsPerTask: 3,
    valueOfSuccess: 1.5,
    costOfFailure: 0.5,
    bestSucceeds: 0.85,
    noticed: 0.8,
    words: ["write", "writing", "draft", "drafts", "marketing", "copy", "translate", "translation", "email"],
  },
  general: {
    domain: "general",
    style: "user-driven",
    latency: "interactive",
    inputTokens: 3000,
    outputTokens: 500,
    cachedShare: 0.5,
    requestsPerTask: 3,
    valueOfSuccess: 1,
    costOfFailure: 0.5,
    bestSucceeds: 0.8,
    noticed: 0.4,
    words: [],
  },
};

export const workloadKinds: Choice<Readonly<Record<WorkloadKind, KindDefaults>>, string> = {
  value: kinds,
  reason:
    "Orders of magnitude for people who have not measured yet: agents read far more than they write and repeat most of it; a finished ticket saves minutes of a person, a finished change to code an hour. Nobody publishes these by kind, so every one in use is named beside the answer.",
  alternatives: ["the user's own logs and evals, which replace them line by line"],
};

/** The kind whose words a description holds most often; "general" when it holds none. */
export function kindOf(description: string): WorkloadKind {
  const words = description.toLowerCase().split(/[^a-z]+/);
  let best: WorkloadKind = "general";
  let most = 0;
  for (const kind of WORKLOAD_KINDS) {
    const hits = words.filter((word) => kinds[kind].words.includes(word)).length;
    if (hits > most) [best, most] = [kind, hits];
  }
  return best;
}
