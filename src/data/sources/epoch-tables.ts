/** The tables of Epoch's archive that stand for benchmarks of ours, and which of their columns say what. */

export interface EpochTable {
  readonly benchmark: string;
  /** Score, where the archive does not describe itself. */
  readonly column: string;
  /** Published figure times this is a fraction. Column names with % in them hold fractions all the same. */
  readonly scale: number;
  readonly stderr?: string;
  /** Where the error's scale is not the score's. */
  readonly stderrScale?: number;
  readonly harness?: string;
  /** Day of the run; "Started at" when absent. */
  readonly day?: string;
}

const BEST = "Best score (across scorers)";
const own = (benchmark: string): EpochTable => ({benchmark, column: BEST, scale: 1, stderr: "stderr"});
const external = (benchmark: string, column = "Score", more: Partial<EpochTable> = {}): EpochTable => ({
  benchmark,
  column,
  scale: 1,
  ...more,
});

export const epochTables: ReadonlyMap<string, EpochTable> = new Map([
  ["adversarial_nli_external.csv", external("anli")],
  [
    "aider_polyglot_external.csv",
    external("aider-polyglot", "Percent correct", {scale: 0.01, day: "Date of evaluation"}),
  ],
  [
    "apex_agents_external.csv",
    external("apex-agents", "Pass@1 score", {stderr: "Pass@1 Standard Error", stderrScale: 0.01}),
  ],
  ["arc_agi_2_external.csv", external("arc-agi-2")],
  ["arc_agi_external.csv", external("arc-agi-1")],
  ["arc_ai2_external.csv", external("arc-ai2", "Challenge score")],
  [
    "balrog_external.csv",
    external("balrog", "Average progress", {stderr: "Average Standard error", day: "Date added"}),
  ],
  ["bbh_external.csv", external("bbh", "Average")],
  ["bool_q_external.csv", external("boolq")],
  ["cad_eval_external.csv", external("cadeval", "Overall pass (%)")],
  ["chess_puzzles.csv", own("chess-puzzles")],
  ["common_sense_qa_2_external.csv", external("csqa2")],
  ["cybench_external.csv", external("cybench", "Unguided % Solved")],
  ["deepresearchbench_external.csv", external("deepresearch-bench", "Average score", {harness: "Agent"})],
  ["fictionlivebench_external.csv", external("fiction-livebench", "16k token score")],
  ["frontiermath.csv", own("frontiermath-t13-v1")],
  ["frontiermath_tier_4.csv", own("frontiermath-t4-v1")],
  ["gdpval_external.csv", external("gdpval", "Win Rate (%)")],
  ["geobench_external.csv", external("geobench", "ACW Country %")],
  ["gpqa_diamond.csv", own("gpqa-diamond")],
  ["gsm8k_external.csv", external("gsm8k", "EM")],
  ["gso_external.csv", external("gso", "Score OPT@1", {harness: "Scaffold", day: "Evaluation date"})],
  ["hella_swag_external.csv", external("hellaswag", "Overall accuracy")],
  ["hle_external.csv", external("hle", "Accuracy", {stderr: "Accuracy Standard Error"})],
  ["lambada_external.csv", external("lambada")],
  ["lech_mazur_writing_external.csv", external("lech-mazur-writing", "Mean score", {scale: 0.1})],
  ["math_level_5.csv", own("math-level-5")],
  ["metr_time_horizons_external.csv", external("metr-horizon-avg", "average_score")],
  ["mmlu_external.csv", external("mmlu", "EM")],
  ["open_book_qa_external.csv", external("openbookqa", "Accuracy")],
  ["os_world_external.csv", external("osworld", "Score", {scale: 0.01, harness: "Agent", day: "Date added"})],
  ["otis_mock_aime_2024_2025.csv", own("otis-mock-aime")],
  ["piqa_external.csv", external("piqa")],
  ["posttrainbench_external.csv", external("posttrainbench", "Average (%)", {harness: "Scaffold"})],
  ["science_qa_external.csv", external("scienceqa")],
  ["simplebench_external.csv", external("simplebench", "Score (AVG@5)")],
  ["simpleqa_verified.csv", own("simpleqa-verified")],
  ["superglue_external.csv", external("superglue")],
  ["swe_bench_bash.csv", external("swe-bench-bash", "% Resolved", {day: "Date run"})],
  ["swe_bench_verified.csv", own("swe-bench-verified")],
  [
    "terminalbench_external.csv",
    external("terminal-bench-2", "Accuracy mean", {
      stderr: "Accuracy SE",
      harness: "Agent",
      day: "Run date",
    }),
  ],
  ["the_agent_company_external.csv", external("the-agent-company", "% Resolved", {day: "Date"})],
  ["trivia_qa_external.csv", external("triviaqa", "EM")],
  ["video_mme_external.csv", external("video-mme", "Overall (no subtitles)")],
  ["vpct_external.csv", external("vpct", "Correct")],
  ["weirdml_external.csv", external("weirdml", "Accuracy", {stderr: "Accuracy SE"})],
  ["wino_grande_external.csv", external("winogrande", "Accuracy")],
]);

/** "unknown" behind a name says that Epoch does not know the effort: so do we not. */
export const effectiveSetting = (setting: string): string => (setting === "unknown" ? "" : setting);
