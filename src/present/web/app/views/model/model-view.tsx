/** One model in full: what it is, its clocks, its ability, how long it can be used, results, prices, disputes. */
import {useMemo} from "preact/hooks";
import {InputError} from "../../../../../errors.ts";
import {modelDossier, type ModelDossier} from "../../../../model-dossier.ts";
import {abilityQuantity, unmeasured} from "../../../../explanation.ts";
import {counted, intervalText, numberText, shareText} from "../../../../quantity-text.ts";
import {catalogOf, reportOf} from "../../evidence.ts";
import {DataTable, hrefOf, QuantityLink, route, SourceLink, type ViewProps} from "../../kit.ts";

type Props = ViewProps<"models" | "catalog", "forces">;

export default function ModelView({report}: Props) {
  const [id = ""] = route.value.path;
  const dossier = useMemo(() => dossierOf(report, id), [report, id]);
  if (typeof dossier === "string")
    return (
      <>
        <h1>No such model</h1>
        <p role="alert">{dossier}</p>
        <p>
          <a href={hrefOf("models")}>All models</a>
        </p>
      </>
    );
  return <Dossier report={report} dossier={dossier} />;
}

function dossierOf(report: Props["report"], id: string): ModelDossier | string {
  try {
    return modelDossier(reportOf(report), catalogOf(report.catalog), id);
  } catch (error) {
    if (error instanceof InputError) return `There is no model named ${id.slice(0, 80)} in these facts.`;
    throw error;
  }
}

function Dossier({report, dossier}: {report: Props["report"]; dossier: ModelDossier}) {
  const {name, lab, country, openness, licence, licenceClass, dates, ability, continuity} = dossier;
  const quantity = abilityQuantity(reportOf(report), `ability.${dossier.id}`);
  const facts: readonly (readonly [string, string])[] = [
    ["lab", country ? `${lab} (${country})` : lab],
    ["family", dossier.family || "unknown"],
    ["openness", openness],
    ["licence", licence === "" ? "unknown" : `${licence} (${licenceClass})`],
    ["announced", dates.announced ?? "unknown"],
    ["available", dates.available ?? "unknown"],
    ["weights", dates.weights ?? (openness === "open" ? "unknown" : "not opened")],
    ...(dates.firstSeen ? [["first seen", `${dates.firstSeen} at the latest`] as const] : []),
    [
      "parameters",
      dossier.paramsB === null
        ? "unknown"
        : `${dossier.paramsB}bn${dossier.activeParamsB === null ? "" : `, ${dossier.activeParamsB}bn active`}`,
    ],
    ["memory at 8 bits", dossier.memoryGb === null ? "unknown" : `${Math.round(dossier.memoryGb)} GB`],
    ["also called", dossier.aliases.join(", ") || "–"],
  ];
  return (
    <article>
      <p class="quiet">
        <a href={hrefOf("models")}>Models</a>
      </p>
      <h1>
        <SourceLink url={dossier.url}>{name}</SourceLink>
      </h1>
      <p class="big">
        {quantity && quantity.value !== null ? (
          <>
            <QuantityLink quantity={quantity} />
            {quantity.interval && <small> {intervalText(quantity.interval, "points")}</small>}
          </>
        ) : (
          <small>No ability: {unmeasured(ability?.results ?? 0)}.</small>
        )}
      </p>
      <dl class="facts">
        {facts.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {continuity && (
        <section>
          <h2>How long it can be used</h2>
          <ul>
            {continuity.noNewFlagship && (
              <li>
                Weights already downloaded run whatever becomes of their lab. {continuity.noNewFlagship.label}
                : <QuantityLink quantity={continuity.noNewFlagship} as="whole" />.
              </li>
            )}
            {continuity.service.end && (
              <li>
                The lab's own service is {continuity.service.end.state}
                {continuity.service.end.on ? `, ${continuity.service.end.on}` : ""} (
                <SourceLink url={continuity.service.end.source.url}>source</SourceLink>).
              </li>
            )}
            {continuity.service.hazards.map(({label, within}) => (
              <li key={label}>
                The lab {label} within a year: <QuantityLink quantity={within} as="whole" />.
              </li>
            ))}
            <li>
              <a href={hrefOf("lab", [continuity.lab])}>More on the lab</a>
            </li>
          </ul>
        </section>
      )}
      {dossier.disputes.length > 0 && (
        <section>
          <h2>Where sources disagree</h2>
          <ul>
            {dossier.disputes.map(({field, claim, source, why}) => (
              <li key={`${field}${claim}`}>
                {field}: {source} says {claim}. {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{counted(dossier.results.length, "result")}</h2>
        {dossier.results.length > 0 && (
          <DataTable
            name={`results-${dossier.id}`}
            caption={`Results of ${name}, as published`}
            rows={dossier.results}
            keyOf={(row) => row.place}
            first={25}
            columns={[
              {title: "test", text: (row) => row.name},
              {title: "access", text: ({access}) => access},
              {title: "score", value: ({score}) => score, text: ({score}) => shareText(score)},
              {title: "setting", text: ({setting}) => setting},
              {title: "harness", text: ({harness}) => harness},
              {title: "seen", text: ({seen}) => seen},
              {title: "source", text: ({source}) => source},
              {title: "licence", text: (row) => row.licence},
            ]}
          />
        )}
      </section>
      {dossier.prices.length > 0 && (
        <section>
          <h2>List prices</h2>
          <DataTable
            name={`prices-${dossier.id}`}
            caption="USD per million tokens"
            rows={dossier.prices}
            keyOf={(row) => `${row.provider} ${row.place}`}
            first={12}
            columns={[
              {title: "host", text: ({provider}) => provider},
              {title: "input", value: ({input}) => input, text: ({input}) => `$${input}`},
              {title: "output", value: ({output}) => output, text: ({output}) => `$${output}`},
              {title: "from", text: ({from}) => from ?? "unknown"},
              {title: "until", text: ({to}) => to ?? "–"},
              {title: "source", text: ({source}) => source},
            ]}
          />
        </section>
      )}
      {dossier.preferences.length > 0 && (
        <section>
          <h2>Preference ratings</h2>
          <DataTable
            name={`ratings-${dossier.id}`}
            caption="Ratings by board; boards are never mixed"
            rows={dossier.preferences}
            keyOf={(row) => `${row.board} ${row.place}`}
            first={12}
            columns={[
              {title: "board", text: ({board}) => board},
              {title: "date", text: ({date}) => date},
              {title: "setting", text: ({setting}) => setting},
              {title: "rating", value: ({rating}) => rating, text: ({rating}) => numberText(rating, "Elo")},
              {title: "votes", value: ({votes}) => votes, text: ({votes}) => votes.toLocaleString("en-US")},
            ]}
          />
        </section>
      )}
      <section>
        <h2>Sources</h2>
        <ul>
          {dossier.sources.map((source) => (
            <li key={source.id}>
              <SourceLink url={source.url}>{source.title}</SourceLink>: {counted(source.rows, "row")},{" "}
              {source.licence}, retrieved {source.retrieved}.
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
