import {z} from "zod";
import {forceQuantitySchema, labQuantitiesOf} from "../../../forces-report.ts";
import type {ForceLabReport} from "../../../forces-report.ts";
import {isoDate} from "../../../quantity.ts";
import {forcesOf, labNamed} from "../../lab-view.ts";
import {aboutSchema, assistantTool, quantityLine} from "../assistant-tool.ts";

const shownForceQuantitySchema = forceQuantitySchema.omit({evidence: true});

export const labsTool = assistantTool({
  name: "labs",
  title: "Labs: who can pay, and who may let a customer down",
  says: "AI labs: months of cash and chance of running short, revenue, chance that no new open flagship comes, chances that a supplier raises prices, tightens licences, retires models at short notice or suspends access. With a lab, everything known of it; without one, the first figures of each.",
  input: z.object({
    lab: z.string().max(100).optional().describe("an id or a name, for instance moonshot-ai"),
  }),
  output: z.strictObject({
    about: aboutSchema,
    asOf: isoDate.describe("day the forces are seen from"),
    labs: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        country: z.string(),
        parent: z.string().nullable().describe("whose will the runway is"),
        openWeights: z.enum(["yes", "mixed", "no"]),
        numbers: z.array(shownForceQuantitySchema),
        history: z.array(
          z.strictObject({date: isoDate, type: z.string(), summary: z.string(), url: z.string().nullable()}),
        ),
      }),
    ),
  }),
  answer: async ({report: read}, {lab: wanted}) => {
    const report = await read();
    const forces = forcesOf(report);
    const labs = wanted === undefined ? forces.labs : [labNamed(forces.labs, wanted)];
    const numbersOf = (lab: ForceLabReport) =>
      wanted === undefined ? firstFigures(lab) : labQuantitiesOf(lab);
    return {
      value: {
        about: report.about,
        asOf: forces.asOf,
        labs: labs.map((lab) => ({
          id: lab.id,
          name: lab.name,
          country: lab.country,
          parent: lab.parent,
          openWeights: lab.openWeights,
          numbers: numbersOf(lab).map(({evidence: _, ...quantity}) => quantity),
          history:
            wanted === undefined
              ? []
              : lab.history.map(({date, type, summary, source}) => ({date, type, summary, url: source.url})),
        })),
      },
      lines: [
        `Seen from ${forces.asOf}. ${forces.says}`,
        ...labs.flatMap((lab) => [
          `${lab.name} (${lab.id}), ${lab.country}, opens weights: ${lab.openWeights}${lab.parent ? `, paid for by ${lab.parent}` : ""}`,
          ...numbersOf(lab).map((quantity) => `  ${quantityLine(quantity)}`),
        ]),
      ],
    };
  },
});

const YEAR = 12;

function firstFigures({money, continuity}: ForceLabReport) {
  const short = money.short.find(({months}) => months === YEAR)?.withoutNewMoney;
  return [money.runway, ...(short ? [short] : []), money.revenue, continuity.weights.noNewFlagship];
}
