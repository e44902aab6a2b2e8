import {z} from "zod";
import {
  type Advice,
  adviceSchema,
  type OptionRow,
  optionRowSchema,
  portfolioViewSchema,
  triggerSchema,
  type WorkloadAdvice,
  workloadAdviceSchema,
} from "../../../advice-report.ts";
import {closestName} from "../../../data/closest-name.ts";
import {InputError} from "../../../errors.ts";
import {
  adviceGround,
  adviceTitle,
  assumedText,
  fallbackText,
  ownMachinesText,
  placeText,
  triggerText,
  workloadKind,
} from "../../advice-text.ts";
import {measureText, quantityText} from "../../quantity-text.ts";
import {askedAdvice, portfolioFields} from "../asked-portfolio.ts";
import {aboutSchema, assistantTool, quantityLine, shown, shownQuantitySchema} from "../assistant-tool.ts";

const shownOptionSchema = optionRowSchema
  .pick({id: true, name: true, host: true, runs: true, openness: true, licence: true, continuity: true})
  .extend({
    cost: shownQuantitySchema,
    success: shownQuantitySchema,
    netValue: shownQuantitySchema,
    best: shownQuantitySchema,
  });

const shownWorkloadSchema = workloadAdviceSchema
  .pick({
    id: true,
    name: true,
    sentence: true,
    verdict: true,
    why: true,
    flips: true,
    evidence: true,
    assumed: true,
  })
  .extend({
    primary: shownOptionSchema.nullable(),
    fallback: shownOptionSchema.nullable(),
    fallbackNote: z.string(),
    ahead: shownQuantitySchema.nullable(),
    triggers: z.array(
      triggerSchema.pick({id: true, says: true, then: true}).extend({probability: shownQuantitySchema}),
    ),
  });

export const adviceTool = assistantTool({
  name: "advice",
  title: "What to run for each workload",
  says: "For each workload of a portfolio: which model at which host or on own GPUs, its cost, how often it is right, how sure the choice is, the fallback, why, what would flip it, and the signals to switch on with their chances. Give the portfolio's YAML text, or the name of an example. In short by default; whole gives every option, sensitivity and stress (about 200 kB), or of one workload. Say the uncertainty, the defaults that were assumed and how such advice did in the past.",
  input: z.object({
    ...portfolioFields,
    workload: z.string().max(200).optional().describe("id or name: only this one"),
    whole: z.boolean().default(false).describe("everything the advice holds instead of the summary alone"),
  }),
  output: z.strictObject({
    about: aboutSchema,
    advised: adviceSchema.shape.about,
    portfolio: adviceSchema.shape.portfolio,
    workloads: z.array(shownWorkloadSchema),
    view: portfolioViewSchema
      .pick({says: true})
      .extend({cost: shownQuantitySchema, netValue: shownQuantitySchema})
      .nullable(),
    record: z.array(z.string()).describe("how such advice did in the past, as measured"),
    caveats: z.array(z.string()),
    whole: adviceSchema.nullable().describe("null unless asked for"),
  }),
  answer: async (source, {portfolio, example, workload, whole}) => {
    const advice = only(await askedAdvice(source, {portfolio, example}), workload);
    const {about} = await source.report();
    const {view, record, caveats} = advice;
    return {
      value: {
        about,
        advised: advice.about,
        portfolio: advice.portfolio,
        workloads: advice.workloads.map(shownWorkload),
        view: view && {says: view.says, cost: shown(view.cost), netValue: shown(view.netValue)},
        record,
        caveats,
        whole: whole ? advice : null,
      },
      lines: [
        adviceTitle(advice),
        ...advice.workloads.flatMap(workloadLines),
        ...(view
          ? [
              `The portfolio costs ${measureText(view.cost)}, worth ${quantityText(view.netValue)}. ${view.says}`,
            ]
          : []),
        ...record,
        ...caveats,
        `${adviceGround(advice).join("; ")}.`,
      ],
    };
  },
});

/** One workload alone, without the view of them all. @throws InputError for one that the portfolio lacks */
function only(advice: Advice, wanted: string | undefined): Advice {
  if (wanted === undefined) return advice;
  const workloads = advice.workloads.filter(
    ({id, name}) => id === wanted || name.toLowerCase() === wanted.toLowerCase(),
  );
  if (workloads.length > 0) return {...advice, workloads, view: null};
  const names = advice.workloads.flatMap(({id, name}) => [name, id]);
  const closest = closestName(wanted, names);
  throw new InputError(
    "unknown",
    `workload: ${wanted}; ${closest ? `did you mean ${closest}?` : `one of ${advice.workloads.map(({name}) => name).join(", ")} was expected`}`,
  );
}

const shownOption = (row: OptionRow): z.infer<typeof shownOptionSchema> => {
  const {id, name, host, runs, openness, licence, continuity} = row;
  const [cost, success, netValue, best] = [row.cost, row.success, row.netValue, row.best].map(shown);
  return {
    ...{id, name, host, runs, openness, licence, continuity},
    ...{cost: cost!, success: success!, netValue: netValue!, best: best!},
  };
};

function shownWorkload(workload: WorkloadAdvice): z.infer<typeof shownWorkloadSchema> {
  const {id, name, sentence, verdict, why, flips, evidence, assumed, fallbackNote} = workload;
  const {primary, fallback, ahead, triggers} = workload;
  return {
    ...{id, name, sentence, verdict, why, flips, evidence, assumed, fallbackNote},
    primary: primary && shownOption(primary),
    fallback: fallback && shownOption(fallback),
    ahead: ahead && shown(ahead),
    triggers: triggers.map(({id: trigger, says, then, probability}) => ({
      id: trigger,
      says,
      then,
      probability: shown(probability),
    })),
  };
}

function workloadLines(workload: WorkloadAdvice): string[] {
  const {name, sentence, primary, ahead, route, selfHost, overTime, why, flips, triggers, evidence, assumed} =
    workload;
  const inReserve = fallbackText(workload);
  return [
    `${name} (${workloadKind(workload)}): ${sentence}`,
    ...(primary
      ? [primary.cost, primary.success, primary.netValue, primary.best].map(
          (quantity) => `  ${quantityLine(quantity)}`,
        )
      : []),
    ...(ahead ? [`  ${quantityLine(ahead)}`] : []),
    ...(primary
      ? [`  runs at ${placeText(primary)}, licence ${primary.licence}, ${primary.continuity}`]
      : []),
    ...(inReserve === undefined ? [] : [`  fallback ${inReserve}`]),
    ...(route ? [`  two models: ${route.says}`] : []),
    ...(selfHost ? [`  own GPUs: ${ownMachinesText(selfHost)}`] : []),
    ...(overTime ? [`  over time: ${overTime.says}`] : []),
    ...why.map((line) => `  why: ${line}`),
    ...flips.map((line) => `  flips: ${line}`),
    ...triggers.map((trigger) => `  switch if ${triggerText(trigger)} [${trigger.probability.id}]`),
    ...(evidence ? [`  evidence: ${evidence}`] : []),
    ...(assumed.length > 0 ? [`  assumed: ${assumedText(assumed)}`] : []),
  ];
}
