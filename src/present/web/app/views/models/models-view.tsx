/** Every model of the Report: found, sorted, and put side by side. */
import {useMemo} from "preact/hooks";
import type {ModelAbility} from "../../../../../report.ts";
import {clockDate, LICENCE_CLASSES} from "../../../../model-selection.ts";
import {boundsText, counted, numberText} from "../../../../quantity-text.ts";
import {choose, DataTable, hrefHere, hrefOf, route, type ViewProps} from "../../kit.ts";
import {ModelsFigure} from "./models-figure.tsx";

type Props = ViewProps<"models">;

const FITS = [24, 80, 128, 640];

export default function ModelsView({report}: Props) {
  const {params} = route.value;
  const wanted = {
    text: params.get("find") ?? "",
    openness: params.get("openness") ?? "",
    licence: params.get("licence") ?? "",
    fits: Number(params.get("fits") ?? Number.NaN),
    isMeasured: params.get("measured") !== "no",
  };
  const chosen = (params.get("compare") ?? "").split(",").filter(Boolean);
  const {models, about} = report;
  const found = useMemo(
    () =>
      models.filter((model) => passes(model, wanted)).sort((a, b) => (b.ability ?? -1) - (a.ability ?? -1)),
    [models, JSON.stringify(wanted)],
  );
  const toggle = (id: string) =>
    choose({compare: (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]).join(",")});
  return (
    <>
      <h1>Models</h1>
      <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label>
          Find{" "}
          <input
            type="search"
            value={wanted.text}
            placeholder="name, lab or country"
            onInput={(event) => choose({find: event.currentTarget.value})}
          />
        </label>
        <Choice name="openness" label="Open or closed" value={wanted.openness} options={["open", "closed"]} />
        <Choice name="licence" label="Licence" value={wanted.licence} options={LICENCE_CLASSES} />
        <Choice
          name="fits"
          label="Fits memory of"
          value={params.get("fits") ?? ""}
          options={FITS.map(String)}
          text={(size) => `${size} GB`}
        />
        <label>
          <input
            type="checkbox"
            checked={wanted.isMeasured}
            onChange={(event) => choose({measured: event.currentTarget.checked ? undefined : "no"})}
          />{" "}
          with an ability only
        </label>
      </form>
      <p role="status">{counted(found.length, "model")}.</p>
      <p class="choices">
        {chosen.length > 1 ? (
          <a href={hrefOf("compare", chosen)}>Compare {counted(chosen.length, "model")}</a>
        ) : (
          <span class="quiet">Mark two or more to compare them.</span>
        )}
        {chosen.length > 0 && (
          <button type="button" onClick={() => choose({compare: undefined})}>
            None
          </button>
        )}
      </p>
      <ModelsFigure models={found} dates={about.dates} />
      <DataTable
        name="models"
        caption={`Models by ability; dates: the clock is ${about.dates}; prices: USD per million tokens, lowest list price`}
        rows={found}
        keyOf={({model}) => model}
        columns={[
          {
            title: "compare",
            text: ({model}) => (chosen.includes(model) ? "marked" : ""),
            cell: ({model, name}) => (
              <input
                type="checkbox"
                aria-label={`Compare ${name}`}
                checked={chosen.includes(model)}
                onChange={() => toggle(model)}
              />
            ),
          },
          {
            title: "model",
            text: ({name}) => name,
            cell: ({model, name}) => <a href={hrefOf("model", [model])}>{name}</a>,
          },
          {title: "lab", text: ({lab, country}) => (country ? `${lab} (${country})` : lab)},
          {
            title: "side",
            text: ({openness}) => openness,
            cell: ({openness}) => <span class={openness}>{openness}</span>,
          },
          {title: "date", text: (model) => clockDate(model, about.dates) ?? "", isFirstDescending: true},
          {
            title: "ability",
            value: ({ability}) => ability,
            text: ({ability}) => (ability === null ? "–" : numberText(ability, "points")),
            cell: ({model, ability, low, high}) =>
              ability === null ? (
                "–"
              ) : (
                <>
                  <a class="quantity" href={hrefHere({explain: `ability.${model}`})}>
                    {numberText(ability, "points")}
                  </a>
                  <small>{boundsText({low, high}, "points")}</small>
                </>
              ),
          },
          {title: "licence", text: ({licenceClass}) => licenceClass},
          {
            title: "memory, GB",
            value: ({memoryGb}) => memoryGb,
            text: ({memoryGb}) => (memoryGb === null ? "–" : Math.round(memoryGb).toLocaleString("en-US")),
          },
          {
            title: "input price",
            value: ({inputPrice}) => inputPrice,
            text: ({inputPrice}) => priced(inputPrice),
          },
          {
            title: "output price",
            value: ({outputPrice}) => outputPrice,
            text: ({outputPrice}) => priced(outputPrice),
          },
        ]}
      />
    </>
  );
}

interface Wanted {
  readonly text: string;
  readonly openness: string;
  readonly licence: string;
  readonly fits: number;
  readonly isMeasured: boolean;
}

function passes(model: ModelAbility, {text, openness, licence, fits, isMeasured}: Wanted): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const about = `${model.name} ${model.model} ${model.lab} ${model.country}`.toLowerCase();
  return (
    words.every((word) => about.includes(word)) &&
    (openness === "" || model.openness === openness) &&
    (licence === "" || model.licenceClass === licence) &&
    (Number.isNaN(fits) || (model.memoryGb !== null && model.memoryGb <= fits)) &&
    (!isMeasured || model.ability !== null)
  );
}

const priced = (price: number | null): string =>
  price === null ? "–" : `$${numberText(price, "USD per Mtok").replace("$", "")}`;

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly text?: (option: string) => string;
}

const Choice = ({name, label, value, options, text = (option) => option}: ChoiceProps) => (
  <label>
    {label}{" "}
    <select value={value} onChange={(event) => choose({[name]: event.currentTarget.value || undefined})}>
      <option value="">any</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {text(option)}
        </option>
      ))}
    </select>
  </label>
);
