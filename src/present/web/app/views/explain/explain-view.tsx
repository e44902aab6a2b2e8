/**
 * One number taken apart, as `lagline explain` does, by the same code: meaning, rule, the numbers, records and rows it
 * rests on, and their sources.
 */
import {useEffect, useMemo, useState} from "preact/hooks";
import {InputError} from "../../../../../errors.ts";
import type {LagRecord} from "../../../../../report.ts";
import {ADVICE, adviceExplanation} from "../../../../advice-explanation.ts";
import {type Explanation, explanation} from "../../../../explanation.ts";
import {
  counted,
  intervalText,
  measureText,
  numberText,
  quantityText,
  reasonText,
  shareText,
} from "../../../../quantity-text.ts";
import {
  askForSections,
  CopyButton,
  DataTable,
  FactTable,
  gradeText,
  hrefHere,
  hrefOf,
  Markdown,
  route,
  sectionsIfHere,
  shownAdvice,
  SourceLink,
  type ViewProps,
} from "../../kit.ts";
import {unpackedRows} from "../../../packed-rows.ts";
import {catalogOf, reportOf} from "../../evidence.ts";

type Props = ViewProps<"catalog" | "method", "forces" | "bets">;

export default function ExplainView({report}: Props) {
  const id = route.value.params.get("explain") ?? "";
  return id.startsWith(ADVICE) ? (
    <AdviceNumber report={report} id={id} />
  ) : (
    <ReportNumber report={report} id={id} />
  );
}

function ReportNumber({report, id}: Props & {readonly id: string}) {
  const result = useMemo(() => explained(report, id), [report, id]);
  if (typeof result === "string") return <p role="alert">{result}</p>;
  return <Explained explained={result} />;
}

/** A number of the advice that is shown: it rests on the prices of the advice's day, which are loaded for it. */
function AdviceNumber({report, id}: Props & {readonly id: string}) {
  const advice = shownAdvice.value;
  const prices = sectionsIfHere(["advicePrices"])?.advicePrices;
  const [fault, setFault] = useState("");
  useEffect(() => {
    askForSections(["advicePrices"]).catch((error: Error) => setFault(error.message));
  }, []);
  const result = useMemo(() => {
    if (!advice || !prices) return undefined;
    return found(id, () =>
      adviceExplanation(
        {
          advice,
          report: reportOf(report),
          catalog: {...catalogOf(report.catalog), prices: unpackedRows(prices)},
          rule: ruleIn(report),
        },
        id,
      ),
    );
  }, [report, advice, prices, id]);
  if (fault) return <p role="alert">{fault}</p>;
  if (!advice)
    return (
      <p role="alert">
        This is a number of an advice, and none is shown yet: <a href={hrefOf("advice")}>ask for one first</a>
        .
      </p>
    );
  if (result === undefined) return <p class="waiting">Loading …</p>;
  if (typeof result === "string") return <p role="alert">{result}</p>;
  return <Explained explained={result} command={`${id} --portfolio FILE`} />;
}

const explained = (report: Props["report"], id: string): Explanation | string =>
  found(id, () =>
    explanation({report: reportOf(report), catalog: catalogOf(report.catalog), rule: ruleIn(report)}, id),
  );

function ruleIn(report: Props["report"]) {
  const rules = new Map(report.method.rules.map((rule) => [rule.rule, rule]));
  return (wanted: string) => {
    const rule = rules.get(wanted);
    if (!rule) throw new InputError("unknown", `rule: ${wanted}; METHOD.md has no such rule`);
    return rule;
  };
}

function found(id: string, explain: () => Explanation): Explanation | string {
  try {
    return explain();
  } catch (error) {
    if (error instanceof InputError) return `There is no number named ${id.slice(0, 80)} in this report.`;
    throw error;
  }
}

const PRIOR = {
  none: "The facts speak.",
  partly: "The facts speak together with a prior.",
  wholly: "No fact speaks: the prior alone gives this number.",
} as const;

function Explained({
  explained: {quantity, rule, computedFrom, models, rows, sources, force, about},
  command = quantity.id,
}: {
  readonly explained: Explanation;
  /** What to ask in a terminal for the same. */
  readonly command?: string;
}) {
  const {evidence, interval} = quantity;
  const names = new Map(models.map(({model, name}) => [model, name]));
  return (
    <article>
      <h2>{quantity.label}</h2>
      <p class="big">
        <output>{measureText(quantity)}</output>
        {interval && <small> {intervalText(interval, quantity.unit)}</small>}
        {quantity.value === null && <small> {reasonText(quantity)}</small>}
      </p>
      <CopyButton
        text={`${quantity.label}: ${quantityText(quantity)} [lagline ${quantity.id}, as of ${about.asOf}, facts ${about.vintage}, method ${about.method}]`}
      >
        Copy the number with its source
      </CopyButton>
      {quantity.note && <p>{quantity.note}</p>}
      <p class="quiet">
        <code>{quantity.id}</code>; in a terminal: <code>lagline explain {command}</code>. Facts{" "}
        <code>{about.vintage}</code>, method <code>{about.method}</code>, as of {force?.asOf ?? about.asOf},
        clock: {about.dates}.
      </p>
      {rule && (
        <section>
          <h3>
            Rule {rule.rule}. {rule.title}
          </h3>
          <Markdown text={rule.text} />
        </section>
      )}
      {computedFrom.length > 0 && (
        <section>
          <h3>Computed from {counted(computedFrom.length, "number")}</h3>
          <ul>
            {computedFrom.map((part) => (
              <li key={part.id}>
                <a href={hrefHere({explain: part.id})}>{part.label}</a>: {quantityText(part)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {evidence.records.length > 0 && (
        <Records records={evidence.records} nameOf={(id) => names.get(id) ?? id} />
      )}
      {force && (
        <section>
          <h3>
            Facts: {counted(force.facts.length, "row")}
            {force.facts.length > 0 && force.tier !== null && force.confidence !== null && (
              <>; weakest source {gradeText({tier: force.tier, confidence: force.confidence})}</>
            )}
          </h3>
          <p>
            {force.facts.length === 0 && force.prior === "none"
              ? "It rests on measured abilities, releases and list prices, not on rows of these tables."
              : PRIOR[force.prior]}
          </p>
          {force.facts.length > 0 && (
            <FactTable
              name={`facts-${quantity.id}`}
              caption={`Facts behind ${quantity.label}`}
              facts={force.facts}
            />
          )}
          {force.prices.length > 0 && (
            <DataTable
              name={`prices-${quantity.id}`}
              caption="List prices, USD per million tokens"
              rows={force.prices}
              keyOf={(row) => `${row.model} ${row.provider} ${row.place}`}
              first={12}
              columns={[
                {title: "model", text: ({model}) => model},
                {title: "host", text: ({provider}) => provider},
                {title: "input", value: ({input}) => input, text: ({input}) => `$${input}`},
                {title: "output", value: ({output}) => output, text: ({output}) => `$${output}`},
                {title: "from", text: ({from}) => from ?? "unknown"},
                {title: "until", text: ({to}) => to ?? "–"},
                {title: "source", text: ({source}) => source},
              ]}
            />
          )}
        </section>
      )}
      {!force && rows.length > 0 && (
        <section>
          <h3>
            {counted(rows.length, "row")} of {counted(models.length, "model")}
          </h3>
          <DataTable
            name={`rows-${quantity.id}`}
            caption={`Results and ratings behind ${quantity.label}`}
            rows={rows}
            keyOf={(row) => `${row.kind} ${row.model} ${row.place}`}
            first={12}
            columns={[
              {title: "model", text: ({model}) => names.get(model) ?? model},
              {title: "test", text: (row) => (row.kind === "result" ? row.name : row.board)},
              {
                title: "result",
                value: (row) => (row.kind === "result" ? row.score : row.rating),
                text: (row) =>
                  row.kind === "result" ? shareText(row.score) : `${numberText(row.rating, "Elo")} Elo`,
              },
              {title: "setting", text: ({setting}) => setting},
              {title: "seen", text: (row) => (row.kind === "result" ? row.seen : row.date)},
              {title: "source", text: ({source}) => source},
              {title: "licence", text: ({licence}) => licence},
              {title: "place", text: ({place}) => place},
            ]}
          />
        </section>
      )}
      {sources.length > 0 && (
        <section>
          <h3>Sources</h3>
          <ul>
            {sources.map((source) => (
              <li key={source.id}>
                <SourceLink url={source.url}>{source.title}</SourceLink>: {counted(source.rows, "row")},{" "}
                {source.licence}, retrieved {source.retrieved}.{" "}
                <span class="quiet">{source.attribution}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

const BOUND = {none: "", right: "≥ ", left: "≤ "} as const;

const Records = ({records, nameOf}: {records: readonly LagRecord[]; nameOf: (id: string) => string}) => (
  <section>
    <h3>{counted(records.length, "record")} that decide it</h3>
    <DataTable
      name="records"
      caption="Records, what matched them, and how long it took"
      rows={records}
      keyOf={({model, date}) => `${model} ${date}`}
      first={12}
      columns={[
        {title: "date", text: ({date}) => date},
        {title: "record", text: ({model}) => nameOf(model)},
        {title: "matched by", text: ({matchedBy}) => (matchedBy === null ? "not yet" : nameOf(matchedBy))},
        {
          title: "months",
          value: ({months}) => months,
          text: ({months, censored}) => `${BOUND[censored]}${numberText(months, "months")}`,
        },
        {
          title: "a record in",
          value: ({recordShare}) => recordShare,
          text: ({recordShare}) => `${Math.round(recordShare * 100)}% of draws`,
        },
      ]}
    />
  </section>
);
