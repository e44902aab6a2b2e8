import {z} from "zod";
import {adviceQuantitiesOf} from "../../../advice-report.ts";
import {methodRule} from "../../../method-rules.ts";
import {quantitiesOf, quantitySchema} from "../../../report.ts";
import {ADVICE, adviceExplanation} from "../../advice-explanation.ts";
import {explanation} from "../../explanation.ts";
import {counted, quantityText} from "../../quantity-text.ts";
import {askedAdvice, portfolioFields} from "../asked-portfolio.ts";
import {aboutSchema, assistantTool, quantityLine, shown, shownQuantitySchema} from "../assistant-tool.ts";

const ROWS = {least: 0, usual: 20, most: 500};

export const explainTool = assistantTool({
  name: "explain",
  title: "Where a number comes from",
  says: "Behind any number that another tool gave: the rule it follows, the numbers and records it rests on, rows with source and licence. Give its id, for instance lag, ability.kimi-k3 or lag.domain.coding; without an id, the ids are listed, of which `find` keeps those that hold its words. A number of an advice needs the portfolio or example that was asked about.",
  input: z.object({
    id: z.string().max(200).optional(),
    find: z.string().max(100).optional().describe("without an id: words that id or label must hold"),
    ...portfolioFields,
    rows: z
      .number()
      .int()
      .min(ROWS.least)
      .max(ROWS.most)
      .default(ROWS.usual)
      .describe("most rows and facts to give"),
  }),
  output: z.strictObject({
    about: aboutSchema,
    known: z.array(z.strictObject({id: z.string(), label: z.string()})).describe("ids, when none was given"),
    quantity: quantitySchema.nullable(),
    rule: z.strictObject({rule: z.string(), title: z.string(), text: z.string()}).nullable(),
    computedFrom: z.array(shownQuantitySchema),
    counts: z.strictObject({rows: z.number().int(), facts: z.number().int(), models: z.number().int()}),
    rows: z.array(
      z.strictObject({
        model: z.string(),
        test: z.string(),
        result: z.number(),
        setting: z.string(),
        source: z.string(),
        licence: z.string(),
        retrieved: z.string(),
        place: z.string(),
      }),
    ),
    facts: z.array(
      z.strictObject({
        date: z.string(),
        who: z.string(),
        what: z.string(),
        says: z.string(),
        url: z.string().nullable(),
        tier: z.string(),
      }),
    ),
    sources: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        url: z.string(),
        licence: z.string(),
        rows: z.number().int(),
      }),
    ),
  }),
  answer: async (source, {id, find, rows: most, portfolio, example}) => {
    const report = await source.report();
    const isAdvised = portfolio !== undefined || example !== undefined || id?.startsWith(ADVICE);
    const advice = isAdvised ? await askedAdvice(source, {portfolio, example}) : undefined;
    const nothing = {
      quantity: null,
      rule: null,
      computedFrom: [],
      counts: {rows: 0, facts: 0, models: 0},
      rows: [],
      facts: [],
      sources: [],
    };
    if (id === undefined) {
      const words = (find ?? "").toLowerCase().split(/\s+/).filter(Boolean);
      const known = [...quantitiesOf(report), ...(advice ? adviceQuantitiesOf(advice) : [])]
        .map(({id: name, label}) => ({id: name, label}))
        .filter(({id: name, label}) =>
          words.every((word) => `${name} ${label}`.toLowerCase().includes(word)),
        );
      return {
        value: {about: report.about, known, ...nothing},
        lines: [
          `${counted(known.length, "number")} can be explained, and ability.<model> for every model.`,
          ...known.slice(0, most).map(({id: name, label}) => `${name}: ${label}`),
        ],
      };
    }
    const {quantity, rule, computedFrom, models, rows, sources, force} =
      advice && id.startsWith(ADVICE)
        ? adviceExplanation({advice, report, catalog: await source.priced(), rule: methodRule}, id)
        : explanation({report, catalog: await source.catalog(), rule: methodRule}, id);
    const facts = force?.facts ?? [];
    return {
      value: {
        about: report.about,
        known: [],
        quantity: {...shown(quantity), evidence: quantity.evidence},
        rule,
        computedFrom: computedFrom.map(shown),
        counts: {rows: rows.length, facts: facts.length, models: models.length},
        rows: rows.slice(0, most).map((row) => ({
          model: row.model,
          test: row.kind === "result" ? row.name : row.board,
          result: row.kind === "result" ? row.score : row.rating,
          setting: row.setting,
          source: row.source,
          licence: row.licence,
          retrieved: row.retrieved,
          place: row.place,
        })),
        facts: facts
          .slice(0, most)
          .map(({date, who, what, says, url, tier}) => ({date, who, what, says, url, tier})),
        sources: sources.map(({id: name, title, url, licence, rows: count}) => ({
          id: name,
          title,
          url,
          licence,
          rows: count,
        })),
      },
      lines: [
        `${quantity.label}: ${quantityText(quantity)}`,
        ...(rule ? [`Rule ${rule.rule}, ${rule.title}: ${rule.text.replace(/\s+/g, " ")}`] : []),
        ...computedFrom.map((part) => `computed from ${quantityLine(part)}`),
        `It rests on ${counted(rows.length, "row")} of ${counted(models.length, "model")} and ${counted(facts.length, "fact")}.`,
        ...facts
          .slice(0, most)
          .map(({date, who, what, says, url}) => `${date} ${who}, ${what}: ${says}${url ? ` <${url}>` : ""}`),
        ...sources.map(
          ({title, url, licence, rows: count}) =>
            `Source: ${title}, ${licence}, ${counted(count, "row")}${url ? ` <${url}>` : ""}`,
        ),
      ],
    };
  },
});
