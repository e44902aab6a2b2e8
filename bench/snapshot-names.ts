/**
 * What the names in a benchmark snapshot tell: a model's lab and product line, a benchmark's domain, access class and
 * family. In the product the catalog states these; a snapshot holds names only. A name no rule knows is its own lab and
 * line, or a public benchmark of an unknown domain, and the fit then simply learns less about it.
 */

/** Names that contain another lab's name, or belong to labs with one or two models. */
const OWN_LAB = /open_llama|stable|vicuna|redpajama|dolly|xgen|cerebras|intellect|inkling/;

const LABS: readonly (readonly [lab: string, name: RegExp])[] = [
  ["Zhipu", /chatglm|glm/],
  ["OpenAI", /^(gpt|o[1-9]|chatgpt)/],
  ["Anthropic", /claude/],
  ["Google", /gemini|gemma|palm/],
  ["Meta", /llama|muse/],
  ["Mistral", /mistral|mixtral|magistral/],
  ["Alibaba", /qwen/],
  ["DeepSeek", /deepseek/],
  ["xAI", /grok/],
  ["Microsoft", /phi-/],
  ["TII", /falcon/],
  ["MosaicML", /mpt/],
  ["01.AI", /^yi/],
  ["Baichuan", /baichuan/],
  ["Moonshot", /kimi/],
  ["MiniMax", /minimax/],
  ["Nvidia", /nemotron/],
  ["BigCode", /starcoder/],
  ["Shanghai AI Lab", /internlm/],
  ["Amazon", /nova/],
];

/** First match wins: smaller tiers before the plain name. */
const FAMILIES: Readonly<Record<string, readonly (readonly [family: string, name: RegExp])[]>> = {
  Anthropic: [
    ["opus", /opus|fable/],
    ["sonnet", /sonnet/],
    ["haiku", /haiku/],
  ],
  OpenAI: [
    ["gpt-oss", /oss/],
    ["nano", /nano|luna/],
    ["mini", /mini|terra/],
    ["pro", /pro/],
    ["o", /^o[1-9]/],
    ["gpt-5", /^gpt-5/],
    ["gpt-4", /./],
  ],
  Google: [
    ["flash-lite", /lite/],
    ["flash", /flash/],
    ["gemma", /gemma/],
    ["gemini", /gemini/],
    ["palm", /./],
  ],
  Alibaba: [
    ["coder", /coder|codeqwen/],
    ["max", /max/],
    ["plus", /plus|235b/],
    ["flash", /flash|35b/],
  ],
  DeepSeek: [["coder", /coder/]],
  Meta: [["muse", /muse/]],
};

export function labOf(model: string): string {
  const name = model.toLowerCase();
  if (OWN_LAB.test(name)) return name;
  return LABS.find(([, pattern]) => pattern.test(name))?.[0] ?? name;
}

export function familyOf(model: string): string {
  const name = model.toLowerCase();
  const lab = labOf(model);
  return FAMILIES[lab]?.find(([, pattern]) => pattern.test(name))?.[0] ?? lab;
}

const DOMAINS: Readonly<Record<string, RegExp>> = {
  knowledge: /^(HLE|SimpleQA|LAMBADA|TriviaQA|ARC AI2|OpenBookQA|HellaSwag|Winogrande|ANLI|PIQA|MMLU|BBH)/,
  science: /^(GPQA|CritPt)/,
  math: /^(FrontierMath|ProofBench|MATH level|GSM8K|OTIS)/,
  reasoning: /^(Chess|ARC-AGI|EBR-bench|Mystery Game|CL-bench|SimpleBench|Fiction)/,
  multimodal: /^(ScienceQA|VPCT|GeoBench|CadEval|VideoMME)/,
  agentic:
    /^(METR|APEX|Remote Labor|GDPval|PostTrainBench|ExploitBench|OSWorld|Cybench|Balrog|The Agent|Terminal|DeepResearch|OSUniverse|Factorio)/,
  coding: /^(DeepSWE|CursorBench|Surface Evolver|FrontierCode|SWE-Bench|Aider|WeirdML|GSO)/,
  language: /^(Lech Mazur|LiveBench)/,
};

export const domainOf = (benchmark: string): string =>
  Object.entries(DOMAINS).find(([, pattern]) => pattern.test(benchmark))?.[0] ?? "unknown";

export function accessOf(benchmark: string): string {
  if (/^(FrontierMath|ARC-AGI|WeirdML|SimpleBench|METR|ProofBench|Remote Labor|FrontierCode)/.test(benchmark))
    return "semi-private";
  return /^(Chess|EBR|Mystery|CursorBench|Fiction|GeoBench|Surface)/.test(benchmark) ? "private" : "public";
}

/** Editions and tiers of one test. */
export const benchmarkFamilyOf = (benchmark: string): string =>
  /^(FrontierMath|ARC-AGI|OSWorld|CL-bench)/.exec(benchmark)?.[0] ?? benchmark;
