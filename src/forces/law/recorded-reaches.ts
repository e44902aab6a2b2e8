/** The reach of each policy row, read from its summary. Keys are ids of the policy table. */
import {type Reach, reach} from "./reach.ts";

const FRONTIER = "the model's developer is above the measure's size threshold";
const GOVERNMENT_BUYERS = ["federal-civilian", "defence"] as const;

export const recordedReaches: Readonly<Record<string, Reach>> = {
  "eu-2024-08-01-ai-act-regulation-2024-1689": reach({
    binds: ["provider", "deployer"],
    because: "a regulation on providers and deployers of AI systems in the EU",
  }),
  "eu-2025-07-10-gpai-code-of-practice": reach({
    binds: ["provider"],
    voluntary: true,
    because: "a voluntary code that model providers sign",
  }),
  "eu-2025-07-24-ai-act-gpai-training-content-summary-template": reach({
    binds: ["provider"],
    because: "providers owe a training-content summary",
  }),
  "eu-2025-08-02-ai-act-gpai-obligations": reach({
    binds: ["provider"],
    because: "duties of providers of general-purpose models",
  }),
  "eu-2026-06-29-digital-omnibus-on-ai": reach({
    binds: ["deployer", "provider"],
    openness: "irrelevant",
    ended: {by: "eu-2026-07-31-regulation-eu-2026-1744-digital-omnibus-on-ai"},
    because:
      "moves the dates of high-risk duties, whatever the openness of the model; published as Regulation 2026/1744",
  }),
  "eu-2026-07-31-regulation-eu-2026-1744-digital-omnibus-on-ai": reach({
    binds: ["deployer", "provider"],
    openness: "irrelevant",
    onlyIf: "the use is high-risk under Annex I or III, whose duties it defers",
    because: "defers high-risk duties, whatever the openness of the model",
  }),
  "eu-2026-08-02-ai-act-gpai-enforcement-powers": reach({
    binds: ["provider"],
    because: "fines on providers of general-purpose models",
  }),
  "eu-2026-08-02-ai-act-article-50-transparency-duties": reach({
    binds: ["deployer", "provider"],
    onlyIf: "the use makes deepfakes or AI content that must be labelled",
    because: "labelling rules for deepfakes and AI content",
  }),
  "eu-2027-08-02-ai-act-gpai-legacy-models-deadline": reach({
    binds: ["provider"],
    bindsFrom: "2027-08-02",
    onlyIf: "the model was placed on the market before 2 August 2025",
    because: "deadline for models placed on the market before 2 August 2025",
  }),
  "eu-private-2025-04-05-llama-4-licence-excludes-eu-domiciled-multimodal-u": reach({
    binds: ["deployer"],
    origins: ["US"],
    labs: ["meta"],
    onlyIf: "the model is a multimodal Llama 4",
    because: "a licence term that bars EU-domiciled users of Llama 4 multimodal models",
  }),
  "us-federal-2025-01-15-bis-entity-list-zhipu": reach({
    binds: ["counterparty"],
    origins: ["CN"],
    labs: ["z-ai"],
    because: "restricts exports to the lab, not downloads of its weights; raises procurement risk",
  }),
  "us-federal-2025-01-29-decoupling-america-s-ai-capabilities-from-china-ac": reach({
    binds: ["deployer"],
    origins: ["CN"],
    because: "would criminalise import and use of Chinese AI",
  }),
  "us-federal-2025-06-25-no-adversarial-ai-act": reach({
    binds: ["deployer"],
    sectors: GOVERNMENT_BUYERS,
    origins: ["CN"],
    because: "would bar federal agencies from AI of adversary nations",
  }),
  "us-federal-2025-07-23-america-s-ai-action-plan": reach({
    binds: ["nobody"],
    because: "encourages; leaves the release decision to developers",
  }),
  "us-federal-2025-12-11-eo-14365-national-ai-policy-framework": reach({
    binds: ["government"],
    because: "directs a task force and agencies",
  }),
  "us-federal-2026-01-01-dod-1260h-list-alibaba": reach({
    binds: ["deployer"],
    sectors: ["defence", "federal-contractor"],
    origins: ["CN"],
    labs: ["alibaba"],
    because: "defence procurement limits on the listed company",
  }),
  "us-federal-2026-01-13-bis-rule-h200-class-chips-to-china-case-by-case": reach({
    binds: ["compute"],
    because: "export of chips",
  }),
  "us-federal-2026-03-04-uscc-china-bulletin-on-open-weight-ai": reach({
    binds: ["nobody"],
    origins: ["CN"],
    because: "a commission's bulletin",
  }),
  "us-federal-2026-03-20-national-policy-framework-for-ai-legislative-recom": reach({
    binds: ["nobody"],
    because: "recommendations to Congress without legal force",
  }),
  "us-federal-2026-04-22-h-r-8283-deterring-american-ai-model-theft-act-daa": reach({
    binds: ["counterparty"],
    onlyIf: "the model's lab is listed for model extraction",
    because: "would list and sanction entities that conduct model extraction",
  }),
  "us-federal-2026-04-22-ai-overwatch-act": reach({binds: ["compute"], because: "export of chips"}),
  "us-federal-2026-04-23-ostp-memo-nstm-4-on-adversarial-distillation": reach({
    binds: ["government"],
    origins: ["CN"],
    because: "commits government to information sharing and accountability",
  }),
  "us-federal-2026-04-29-house-homeland-security-china-select-committee-pro": reach({
    binds: ["deployer"],
    sectors: ["commercial", "consumer-companion", "other"],
    origins: ["CN"],
    onlyIf: "the company is one the committees ask: two are named so far",
    because: "an investigation of US firms' sourcing of Chinese models",
  }),
  "us-federal-2026-05-25-draft-eo-with-90-day-pre-release-review": reach({
    binds: ["provider"],
    because: "a draft on pre-release review, scrapped",
  }),
  "us-federal-2026-05-31-bis-guidance-on-chinese-parent-subsidiaries": reach({
    binds: ["compute"],
    because: "export licences for advanced chips",
  }),
  "us-federal-2026-06-02-eo-promoting-advanced-ai-innovation-and-security": reach({
    binds: ["provider"],
    voluntary: true,
    onlyIf: "the model is a covered frontier model",
    because: "voluntary pre-release access for covered frontier models",
  }),
  "us-federal-2026-06-02-eo-14409-text-on-licensing": reach({
    binds: ["nobody"],
    because: "says what the order does not authorise",
  }),
  "us-federal-2026-06-04-great-american-ai-act-discussion-draft": reach({
    binds: ["provider", "government"],
    onlyIf: FRONTIER,
    because: "freeze of state laws; frontier frameworks for developers above a revenue",
  }),
  "us-federal-2026-06-12-bis-is-informed-letter-ear-744-22-on-claude-fable": reach({
    binds: ["provider"],
    by: "either",
    origins: ["US"],
    labs: ["anthropic"],
    hostings: ["foreign-api", "domestic-api"],
    onlyIf: "the model is Claude Fable 5 or Mythos 5",
    ended: {by: "us-federal-2026-06-30-export-controls-on-fable-5-mythos-5-lifted"},
    because: "barred foreign nationals; the lab switched both models off worldwide",
  }),
  "us-federal-2026-06-26-ndaa-fy2027-distillation-sanctions-amendment-hager": reach({
    binds: ["counterparty"],
    origins: ["CN"],
    onlyIf: "the model's lab is found to have run distillation campaigns",
    because: "would sanction Chinese companies found to have run distillation campaigns",
  }),
  "us-federal-2026-06-26-government-mandated-staged-rollout-of-gpt-5-6": reach({
    binds: ["provider"],
    by: "either",
    origins: ["US"],
    labs: ["openai"],
    hostings: ["foreign-api", "domestic-api"],
    onlyIf: "the model is GPT-5.6",
    ended: {on: "2026-07-09"},
    because: "limited the preview to trusted partners until general release on 9 July 2026",
  }),
  "us-federal-2026-06-26-bis-annex-a-carve-out-for-mythos-5": reach({
    binds: ["provider"],
    by: "either",
    origins: ["US"],
    labs: ["anthropic"],
    hostings: ["foreign-api", "domestic-api"],
    onlyIf: "the model is Claude Fable 5 or Mythos 5",
    ended: {by: "us-federal-2026-06-30-export-controls-on-fable-5-mythos-5-lifted"},
    because: "restored one model to vetted US entities only",
  }),
  "us-federal-2026-06-27-gpt-5-6-sol-customer-by-customer-approval": reach({
    binds: ["provider"],
    by: "either",
    origins: ["US"],
    labs: ["openai"],
    hostings: ["foreign-api", "domestic-api"],
    onlyIf: "the model is GPT-5.6 Sol",
    ended: {on: "2026-07-09"},
    because: "customer-by-customer approval until general availability on 9 July 2026",
  }),
  "us-federal-2026-07-20-options-to-restrict-advanced-chinese-open-models-a": reach({
    binds: ["deployer", "counterparty"],
    origins: ["CN"],
    onlyIf: "the model counts as an advanced Chinese open model",
    because: "options up to a de facto ban on advanced Chinese open models",
  }),
  "us-federal-2026-07-22-ostp-treasury-statements-on-moonshot-distillation": reach({
    binds: ["counterparty"],
    origins: ["CN"],
    labs: ["moonshot-ai"],
    because: "sanctions and Entity List said to be possible for the lab",
  }),
  "us-federal-2026-08-03-voluntary-frontier-ai-framework-review-and-cyber-b": reach({
    binds: ["provider"],
    voluntary: true,
    onlyIf: FRONTIER,
    ended: {by: "us-federal-2026-08-04-frontier-ai-review-framework-unpublished"},
    because: "a review of a voluntary framework, finalised a day later",
  }),
  "us-federal-2026-08-04-frontier-ai-review-framework-unpublished": reach({
    binds: ["provider"],
    voluntary: true,
    onlyIf: FRONTIER,
    because: "voluntary testing; appears to target closed frontier models",
  }),
  "us-federal-2026-08-06-frontier-act-trahan-co-sponsor": reach({
    binds: ["provider"],
    onlyIf: FRONTIER,
    because: "would put frontier oversight in a civilian agency",
  }),
  "us-federal-2026-08-21-nsf-research-security-policy": reach({
    binds: ["deployer"],
    sectors: ["federally-funded-research"],
    onlyIf: "the model comes from a restricted entity",
    because: "limits on models of restricted entities in funded research",
  }),
  "us-federal-2026-09-30-ftc-probe-of-openai-anthropic-and-metr": reach({
    binds: ["provider"],
    by: "either",
    origins: ["US"],
    labs: ["openai", "anthropic"],
    because: "an inquiry into two labs and one evaluator",
  }),
  "us-federal-2026-10-16-anthropic-backed-federal-ai-safety-bill": reach({
    binds: ["provider"],
    onlyIf: "the model may cause mass casualties or losses above the bill's threshold",
    because: "government could block a release above a harm threshold",
  }),
  "us-federal-2026-10-20-treasury-outbound-investment-rule-expansion": reach({
    binds: ["counterparty"],
    origins: ["CN"],
    because: "limits investment in Chinese developers",
  }),
  "us-federal-2026-10-20-dhs-fascsa-exclusion-and-removal-order-2026-01-dee": reach({
    binds: ["deployer"],
    sectors: ["federal-civilian", "federal-contractor"],
    origins: ["CN"],
    labs: ["deepseek"],
    because:
      "civilian agencies and, through FAR 52.204-30, contractors must stop buying and remove it, derived software included",
  }),
  "us-ca-2025-09-29-sb-53-transparency-in-frontier-ai-act": reach({
    binds: ["provider"],
    bindsFrom: "2026-01-01",
    onlyIf: FRONTIER,
    because: "binds developers above 1e26 FLOP; effective 1 January 2026",
  }),
  "us-ny-2026-03-27-raise-act-final-chapter-amendment": reach({
    binds: ["provider"],
    bindsFrom: "2027-01-01",
    onlyIf: FRONTIER,
    because: "aligned with SB 53; effective 1 January 2027",
  }),
  "us-il-2026-06-03-sb-315-third-party-frontier-audits": reach({
    binds: ["provider"],
    onlyIf: FRONTIER,
    because: "audits of frontier developers",
  }),
  "us-industry-2026-07-24-open-letter-open-weights-and-american-ai-leadershi": reach({
    binds: ["nobody"],
    because: "an open letter",
  }),
  "us-industry-2026-11-03-nvidia-contract-terms-on-chinese-exposure": reach({
    binds: ["compute"],
    because: "terms of cloud and data-centre contracts",
  }),
  "g7-2026-06-02-digital-ministers-openness-framework": reach({
    binds: ["nobody"],
    because: "ministers' wording on openness",
  }),
  "china-2026-01-14-customs-guidance-blocking-h200-imports": reach({
    binds: ["compute"],
    because: "import of chips",
  }),
  "china-2026-07-07-mofcom-consultations-on-restricting-overseas-acces": reach({
    binds: ["provider"],
    by: "origin",
    origins: ["CN"],
    because: "would limit foreign access to future models of Chinese labs, open weights included",
  }),
  "china-2026-07-15-anthropomorphic-ai-service-rules": reach({
    binds: ["deployer", "provider"],
    sectors: ["consumer-companion"],
    because: "rules for companion chatbots",
  }),
  "china-2026-10-16-mofcom-most-draft-export-technology-catalogue-addi": reach({
    binds: ["provider"],
    by: "origin",
    origins: ["CN"],
    because: "would put advanced large models on the export catalogue of their home",
  }),
  "china-2026-10-23-2t-parameter-threshold-in-draft-export-control": reach({
    binds: ["provider"],
    by: "origin",
    origins: ["CN"],
    onlyIf: "the model has two trillion parameters or more",
    because: "one digest reads a two-trillion-parameter threshold into the draft",
  }),
};
