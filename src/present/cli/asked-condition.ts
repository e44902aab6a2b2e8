/** A condition as it was typed, against the newest facts and the report on them. */
import {homeFolder} from "../../cache/home-folder.ts";
import {InputError} from "../../errors.ts";
import type {Condition} from "../../monitor/watch/condition.ts";
import {parseCondition} from "../../monitor/watch/parse-condition.ts";
import type {Sight} from "../../monitor/watch/sight.ts";
import {modelNamed, namesIn, sightFor} from "../../monitor/watch/sight-for.ts";
import {hasUsage} from "../../store/usage/duckdb-warehouse.ts";
import type {Ask} from "./answer.ts";

export interface AskedCondition {
  readonly text: string;
  readonly condition: Condition;
  readonly mine: readonly string[];
  readonly sight: Sight;
}

/** @throws InputError for a condition or a model that is not understood */
export async function askedCondition({
  pipeline,
  options,
  effects,
  args,
  flags,
  world,
}: Ask): Promise<AskedCondition> {
  const text = args[0];
  if (text === undefined)
    throw new InputError(
      "missing",
      "condition: none; one in words was expected, `lagline watch forms` lists the forms",
    );
  const report = await pipeline.reportFor(options, effects);
  const home = homeFolder(world.env);
  const sightOf = await sightFor(report, {facts: options.facts, today: world.today, home});
  const bare = sightOf([]);
  const mine =
    typeof flags.running === "string"
      ? flags.running.split(",").map((name) => {
          const id = modelNamed(name.trim(), bare.catalog);
          if (id === undefined)
            throw new InputError(
              "unknown",
              `--running: ${JSON.stringify(name.trim().slice(0, 80))}; an id that \`lagline models\` shows was expected`,
            );
          return id;
        })
      : [];
  const condition = parseCondition(text, namesIn(bare));
  const needsMine = condition.kind === "deprecated" && condition.models === "mine";
  if (needsMine && mine.length === 0 && !hasUsage(home)) {
    throw new InputError(
      "missing",
      "--running: none, and no usage is imported; the models you run were expected, for instance --running kimi-k2.6,gpt-5.5, or `lagline usage import`",
    );
  }
  return {text, condition, mine, sight: sightOf(mine)};
}
