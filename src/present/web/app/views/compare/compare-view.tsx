/** Two or more models side by side: what they are, and what they got on the tests that at least two of them took. */
import {useMemo} from "preact/hooks";
import type {ModelAbility} from "../../../../../report.ts";
import {shareText} from "../../../../quantity-text.ts";
import {abilityQuantity} from "../../../../explanation.ts";
import {catalogOf, reportOf} from "../../evidence.ts";
import {levelSpan} from "../../../../value-span.ts";
import {DataTable, hrefOf, IntervalFigure, route, type ViewProps} from "../../kit.ts";

type Props = ViewProps<"models" | "catalog">;

interface SharedTest {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly access: string;
  /** Best score of each model; null where it has none. */
  readonly best: readonly (number | null)[];
}

export default function CompareView({report}: Props) {
  const {path} = route.value;
  const ids = [...new Set(path)];
  const models = ids.flatMap((id) => report.models.find(({model}) => model === id) ?? []);
  const missing = ids.filter((id) => !models.some(({model}) => model === id));
  const key = models.map(({model}) => model).join("/");
  const tests = useMemo(() => sharedTests(report, models), [report, key]);
  const abilities = models.flatMap(({model, name, openness}) => {
    const quantity = abilityQuantity(reportOf(report), `ability.${model}`);
    const ink = openness === "unknown" ? ("neutral" as const) : openness;
    return quantity ? [{quantity, label: name, ink, href: hrefOf("model", [model])}] : [];
  });
  return (
    <>
      <p class="quiet">
        <a href={hrefOf("models", [], {compare: key.replaceAll("/", ",")})}>Models</a>
      </p>
      <h1>{models.length > 0 ? models.map(({name}) => name).join(" · ") : "Nothing to compare"}</h1>
      {missing.length > 0 && <p role="alert">Not in these facts: {missing.join(", ").slice(0, 200)}.</p>}
      {abilities.length > 0 && (
        <IntervalFigure
          name="compare-ability"
          title="Ability"
          note="Frontier models err together: a difference is surer than two intervals that overlap suggest."
          axis="index points"
          groups={[{items: abilities}]}
          span={levelSpan(models.map(({ability, low, high}) => ({value: ability, low, high})))}
        />
      )}
      {models.length > 0 && (
        <DataTable
          name="compare-facts"
          caption="What they are"
          rows={FACTS}
          keyOf={({what}) => what}
          columns={[
            {title: "fact", text: ({what}) => what},
            ...models.map((model) => ({title: model.name, text: (fact: Fact) => fact.of(model)})),
          ]}
        />
      )}
      {tests.length > 0 ? (
        <DataTable
          name="compare-results"
          caption="Best published result of each on the tests that at least two of them took; settings and harnesses differ"
          rows={tests}
          keyOf={({id}) => id}
          columns={[
            {title: "test", text: ({name}) => name},
            {title: "domain", text: ({domain}) => domain},
            {title: "access", text: ({access}) => access},
            ...models.map((model, index) => ({
              title: model.name,
              value: ({best}: SharedTest) => best[index]!,
              text: ({best}: SharedTest) => (best[index] === null ? "–" : shareText(best[index]!)),
            })),
          ]}
        />
      ) : (
        models.length > 1 && <p>No test in these facts was taken by two of them.</p>
      )}
    </>
  );
}

interface Fact {
  readonly what: string;
  readonly of: (model: ModelAbility) => string;
}

const orUnknown = (value: string | null): string => value ?? "unknown";
const FACTS: readonly Fact[] = [
  {what: "lab", of: ({lab, country}) => (country ? `${lab} (${country})` : lab)},
  {what: "side", of: ({openness}) => openness},
  {what: "licence", of: ({licenceClass}) => licenceClass},
  {what: "announced", of: ({announced}) => orUnknown(announced)},
  {what: "available", of: ({available}) => orUnknown(available)},
  {what: "weights", of: ({weights}) => weights ?? "–"},
  {what: "parameters, bn", of: ({paramsB}) => orUnknown(paramsB === null ? null : String(paramsB))},
  {
    what: "memory at 8 bits, GB",
    of: ({memoryGb}) => orUnknown(memoryGb === null ? null : String(Math.round(memoryGb))),
  },
  {
    what: "input price, USD per Mtok",
    of: ({inputPrice}) => orUnknown(inputPrice === null ? null : String(inputPrice)),
  },
  {
    what: "output price, USD per Mtok",
    of: ({outputPrice}) => orUnknown(outputPrice === null ? null : String(outputPrice)),
  },
  {what: "results behind the ability", of: ({results}) => String(results)},
];

/** Abilities lie far from zero: the axis begins just below them. */
function sharedTests(report: Props["report"], models: readonly ModelAbility[]): SharedTest[] {
  const {results, benchmarks} = catalogOf(report.catalog);
  const place = new Map(models.map(({model}, index) => [model, index]));
  const best = new Map<string, (number | null)[]>();
  for (const {model, benchmark, score} of results) {
    const index = place.get(model);
    if (index === undefined) continue;
    const row = best.get(benchmark) ?? models.map(() => null);
    row[index] = Math.max(row[index] ?? 0, score);
    best.set(benchmark, row);
  }
  return [...best]
    .filter(([, row]) => row.filter((score) => score !== null).length > 1)
    .map(([id, row]) => {
      const test = benchmarks.get(id);
      return {id, name: test?.name ?? id, domain: test?.domain ?? "", access: test?.access ?? "", best: row};
    })
    .sort((a, b) => (a.domain + a.name < b.domain + b.name ? -1 : 1));
}
