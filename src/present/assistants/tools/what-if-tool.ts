import {z} from "zod";
import {InputError} from "../../../errors.ts";
import {OWN} from "../../../forecast/scenario/own-changes.ts";
import {scenarioMethod} from "../../../forecast/scenario/scenario-method.ts";
import {scenarioEffectSchema, type ScenarioTarget} from "../../../whatif-report.ts";
import {changeText, changeUnit, stateText} from "../../change-text.ts";
import {basisSentence, forcesRecord, hangsOnLines, movedTargets} from "../../scenario-view.ts";
import {aboutSchema, assistantTool, quantityLine, shown, shownQuantitySchema} from "../assistant-tool.ts";

const PATHS = {least: 100, most: 50_000};
const LONGEST = 200;

export const whatIfTool = assistantTool({
  name: "what-if",
  title: "What a scenario would change",
  says: `What a change of funding, copying, law, releases or prices would do to the lag, both frontiers, prices and use, with intervals, the force it works through, and what the answer hangs on. Without a scenario: those that ship, with their headline changes. With one: run anew, other values by settings. Scenario "${OWN}" starts from nothing and is told by settings alone.`,
  input: z.object({
    scenario: z.string().max(60).optional().describe(`id of a scenario that ships, or ${OWN}`),
    settings: z
      .record(z.string().max(60), z.string().max(LONGEST))
      .default({})
      .describe(
        'other values by kind.field, for instance {"copying.cut": "uniform(80%, 100%)", "copying.from": "2027-01"}; a value is a number, a span such as 3 to 9, or a distribution',
      ),
    paths: z.number().int().min(PATHS.least).max(PATHS.most).default(scenarioMethod.paths.value),
  }),
  output: z.strictObject({
    about: aboutSchema,
    scenarios: z
      .array(z.strictObject({id: z.string(), title: z.string(), numbers: z.array(shownQuantitySchema)}))
      .describe("those that ship, when none was asked for"),
    effect: scenarioEffectSchema.nullable(),
    record: z.string().describe("how the forecaster behind the answer did on past days"),
  }),
  answer: async ({report: read, whatIf: run}, {scenario, settings, paths}) => {
    const {about, whatIf, forecast} = await read();
    if (!whatIf)
      throw new InputError("insufficient", "records: none on one side; a forecast needs records of both");
    const record = forcesRecord(forecast?.backtest);
    const given = Object.entries(settings).map(([key, value]) => ({key, value}));
    if (scenario === undefined) {
      if (given.length > 0)
        throw new InputError("missing", "scenario: nothing; the one that the settings change was expected");
      return {
        value: {
          about,
          scenarios: whatIf.scenarios.map(({id, title, lag, open}) => ({
            id,
            title,
            numbers: [...lag, ...open].map(shown),
          })),
          effect: null,
          record,
        },
        lines: [
          ...whatIf.scenarios.flatMap(({id, title, lag, open}) => [
            `${id}: ${title}.`,
            ...[...lag, ...open].map((quantity) => `  ${quantityLine(quantity)}`),
          ]),
          record,
        ],
      };
    }
    // A name with a dot would be a file, and no assistant reads files here.
    if (!/^[\w-]+$/.test(scenario))
      throw new InputError(
        "unknown",
        `scenario: ${scenario}; one of ${[...whatIf.scenarios.map(({id}) => id), OWN].join(", ")} was expected`,
      );
    const effect = await run({name: scenario, settings: given, paths});
    return {
      value: {about, scenarios: [], effect, record},
      lines: [
        `${effect.title}.`,
        ...effect.changes.map((change) => `  ${change}`),
        effect.sentence,
        ...movedTargets(effect.targets).flatMap((target) => changeLines(target, effect.level)),
        ...hangsOnLines(effect).map((line) => `It hangs on, after 24 months, ${line} of the variance.`),
        basisSentence(effect),
        record,
      ],
    };
  },
});

/** `best open ability after 12 months: 173.0 to 171.8, change −1.2 points (90% of paths −3.0 to 0.0)`. */
const changeLines = (target: ScenarioTarget, level: number): string[] =>
  target.horizons
    .filter(({months}) => months === 12 || months === 24)
    .map(
      ({months, without, with: withIt, change}) =>
        `${target.label} after ${months} months: ${stateText(without.value, target)} without, ${stateText(withIt.value, target)} with it; change ${changeText(change.value, target)} ${changeUnit(target)} (${Math.round(100 * level)}% of paths ${changeText(change.low, target)} to ${changeText(change.high, target)})`,
    );
