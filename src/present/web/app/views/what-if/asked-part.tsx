/** One scenario: its controls, its answer as the sliders move, and the link that carries both. */
import {useEffect, useMemo, useState} from "preact/hooks";
import {OWN} from "../../../../../forecast/scenario/own-changes.ts";
import {replaceAddress, route, SourceLink, type ViewProps} from "../../kit.ts";
import {AnswerPart} from "./answer-part.tsx";
import {
  type AskedScenario,
  askedIn,
  changesOf,
  differencesFrom,
  hrefFor,
  keyOf,
  pathsOf,
  settingsOf,
} from "./asked-scenario.ts";
import {ChangeControls} from "./change-controls.tsx";
import {ask, stop} from "./engine.ts";
import {LEVER_KINDS, LEVERS} from "./lever-fields.ts";
import {TakeAway} from "./take-away.tsx";

type Report = ViewProps<"whatIf" | "scenarios", "forecast" | "dailyGap">["report"];
const PATHS = [1_000, 10_000, 50_000];

export function AskedPart({report}: {readonly report: Report}) {
  const {scenarios: source, about} = report;
  const address = route.value;
  const [asked, setAsked] = useState(() => askedIn(address));
  const sent = useMemo(() => JSON.stringify(askedIn(address)), [address]);
  // Another link was followed, or the way back taken.
  useEffect(() => {
    if (sent !== JSON.stringify(asked)) setAsked(JSON.parse(sent) as AskedScenario);
  }, [sent]);

  const changes = useMemo(() => changesOf(asked, source.scenarios), [asked, source]);
  const paths = pathsOf(asked);
  const isEmpty = asked.name === OWN && changes.length === 0;
  const isRun = typeof paths === "number" && !isEmpty;
  useEffect(() => {
    if (isRun) ask(source, {name: asked.name, settings: asked.settings, paths});
    else stop();
  }, [source, asked, isRun, paths]);
  useEffect(() => stop, []);

  /** The address follows when the hand has left a slider: browsers refuse one that changes with every pixel. */
  const change = (next: AskedScenario, isDone: boolean) => {
    setAsked(next);
    if (!isDone) return;
    replaceAddress(hrefFor(next, {show: address.params.get("show")}));
  };
  const setField = (i: number, field: string, value: string, isDone: boolean) => {
    const key = keyOf(changes, i, field);
    const known = asked.settings.some((setting) => setting.key === key);
    const settings = known ? asked.settings : [...asked.settings, {key, value}];
    change(
      {
        ...asked,
        settings: settings.flatMap((one) => (one.key !== key ? [one] : value === "" ? [] : [{key, value}])),
      },
      isDone,
    );
  };
  const shipped = source.scenarios.find(({id}) => id === asked.name);
  const differences = differencesFrom(address, about);

  return (
    <>
      {differences.length > 0 && (
        <p role="note" class="notice">
          This link was made from something else: {differences.join("; ")}. The numbers below are this page's
          own.
        </p>
      )}
      {shipped?.argues && <p class="prose">{shipped.argues}</p>}
      {(shipped?.sources ?? []).length > 0 && (
        <p class="prose quiet">
          Argued at{" "}
          {shipped!.sources!.map((url, i) => (
            <span key={url}>
              {i > 0 && ", "}
              <SourceLink url={url}>{hostOf(url)}</SourceLink>
            </span>
          ))}
          .
        </p>
      )}
      <div class="what-if">
        <form class="levers" aria-label="What changes" onSubmit={(event) => event.preventDefault()}>
          {isEmpty && <p>Nothing changes yet. Add a change to see what it would do.</p>}
          {changes.map((one, i) => (
            <ChangeControls
              key={keyOf(changes, i, "")}
              change={one}
              source={source}
              onSet={(field, value, isDone) => setField(i, field, value, isDone)}
              {...(asked.name === OWN
                ? {
                    onRemove: () =>
                      change({...asked, settings: settingsOf(changes.filter((_, at) => at !== i))}, true),
                  }
                : {})}
            />
          ))}
          {asked.name === OWN && (
            <label class="choice">
              Add a change{" "}
              <select
                value=""
                onChange={(event) => {
                  const kind = LEVER_KINDS.find((each) => each === event.currentTarget.value);
                  event.currentTarget.value = "";
                  if (kind)
                    change({...asked, settings: settingsOf([...changes, started(kind, about.asOf)])}, true);
                }}
              >
                <option value="">choose</option>
                {LEVER_KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {LEVERS[kind].title}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label class="choice">
            Paths{" "}
            <select
              value={String(paths)}
              onChange={(event) => change({...asked, paths: event.currentTarget.value}, true)}
            >
              {[...new Set([...PATHS, ...(typeof paths === "number" ? [paths] : [])])]
                .sort((a, b) => a - b)
                .map((count) => (
                  <option key={count} value={String(count)}>
                    {count.toLocaleString("en-US")}
                  </option>
                ))}
            </select>
          </label>
          {shipped && asked.settings.length > 0 && (
            <p>
              <button type="button" onClick={() => change({...asked, settings: []}, true)}>
                As it ships
              </button>
            </p>
          )}
        </form>
        <div class="answer">
          {typeof paths === "string" ? (
            <p role="alert">{paths}</p>
          ) : (
            !isEmpty && <AnswerPart report={report} />
          )}
        </div>
        {isRun && <TakeAway asked={asked} about={about} />}
      </div>
    </>
  );
}

/** A change where its controls start, a quarter after the as-of date. */
function started(kind: (typeof LEVER_KINDS)[number], asOf: string): Record<string, string> {
  const [year, month] = asOf.split("-").map(Number);
  const at = year! * 12 + month! + 2;
  const from = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  const fields = LEVERS[kind].fields.flatMap(({name, start}) => (start === "" ? [] : [[name, start]]));
  return {change: kind, ...Object.fromEntries(fields), from};
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, "");
  } catch {
    return url.slice(0, 60);
  }
}
