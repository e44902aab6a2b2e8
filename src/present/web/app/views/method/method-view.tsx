/** How the numbers come about: the published rules, every arguable choice, the sources and what was left out. */
import {counted} from "../../../../quantity-text.ts";
import {isoDay} from "../../../../../dates.ts";
import {DataTable, hrefOf, Markdown, route, SourceLink, Tabs, type ViewProps} from "../../kit.ts";

type Props = ViewProps<"method" | "exclusions">;

export default function MethodView({report}: Props) {
  const [tab = "rules"] = route.value.path;
  const {rules, choices, sources, licences} = report.method;
  return (
    <>
      <h1>Method and data</h1>
      <Tabs
        view="method"
        current={tab}
        tabs={[
          ["rules", "Rules"],
          ["choices", "Choices"],
          ["sources", "Sources"],
          ["left-out", "What was left out"],
        ]}
      />
      {tab === "rules" && (
        <>
          <p class="prose">
            {counted(rules.length, "rule")}, as published in METHOD.md. Every number names the rule it
            follows.
          </p>
          {rules.map(({rule, title, text}) => (
            <section key={rule} class="prose rule" id={rule}>
              <h2>
                <a href={hrefOf("method", ["rules", rule])}>{rule}</a>. {title}
              </h2>
              <Markdown text={text} />
            </section>
          ))}
        </>
      )}
      {tab === "choices" && (
        <DataTable
          name="choices"
          caption="Every arguable constant: its value, the reason, and what else could be chosen"
          rows={choices}
          keyOf={({area, name}) => `${area}.${name}`}
          first={400}
          columns={[
            {title: "choice", text: ({area, name}) => `${area}.${name}`},
            {title: "value", text: ({value}) => (typeof value === "string" ? value : JSON.stringify(value))},
            {title: "reason", text: ({reason}) => reason},
            {title: "alternatives", text: ({alternatives}) => alternatives.join("; ")},
          ]}
        />
      )}
      {tab === "sources" && (
        <>
          <DataTable
            name="sources"
            caption="Whose facts these are; a row may carry a licence of its own"
            rows={sources}
            keyOf={({id}) => id}
            first={400}
            columns={[
              {
                title: "source",
                text: ({title}) => title,
                cell: ({title, url}) => <SourceLink url={url}>{title}</SourceLink>,
              },
              {title: "licence", text: ({licence}) => licence},
              {title: "passing on", text: ({redistribution}) => redistribution},
              {title: "retrieved", text: ({retrieved}) => isoDay(retrieved)},
              {title: "holds", text: ({coverage}) => coverage},
              {title: "attribution", text: ({attribution}) => attribution},
            ]}
          />
          <DataTable
            name="licences"
            caption="Licences, and what they allow"
            rows={licences}
            keyOf={({id}) => id}
            columns={[
              {
                title: "licence",
                text: ({name}) => name,
                cell: ({name, url}) => <SourceLink url={url}>{name}</SourceLink>,
              },
              {title: "passing on", text: ({redistribution}) => redistribution},
              {title: "note", text: ({note}) => note},
            ]}
          />
        </>
      )}
      {tab === "left-out" && (
        <DataTable
          name="left-out"
          caption="What is in the facts and not in the numbers, counted"
          rows={report.exclusions}
          keyOf={({what, why}) => `${what} ${why}`}
          columns={[
            {title: "what", text: ({what}) => what},
            {title: "why", text: ({why}) => why},
            {title: "count", value: ({count}) => count, text: ({count}) => count.toLocaleString("en-US")},
            {title: "for instance", text: ({examples}) => examples.join(", ")},
          ]}
        />
      )}
    </>
  );
}
