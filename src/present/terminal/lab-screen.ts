/** `lagline lab <id>`: one lab in full, so that each figure can be checked line by line. */
import type {ForceFactRow, ForceLabReport, ForceQuantity, HistoryRow} from "../../forces-report.ts";
import {labQuantitiesOf} from "../../forces-report.ts";
import {boundsText, counted, measureText, numberText, reasonText, valueText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {factLines, type Footing, footing, GRADES, gradeCode, sourceText, speaker} from "./fact-lines.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Cell, type Column, table} from "./table.ts";

const SHOWN = 15;
const LICENCES = 6;
const WITHHELD = 5;

export interface LabView extends Footing {
  readonly lab: ForceLabReport;
  /** Rows about the lab or behind its numbers, newest first. */
  readonly facts: readonly ForceFactRow[];
  /** The reader's own assumptions on when open releases pay, where there are any. */
  readonly assumed?: string;
}

/** @param all - every row instead of the first of each list */
export function labScreen(view: LabView, all: boolean, page: Page): string[] {
  const {lab, facts} = view;
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  return [
    ...wrapped(lab.name, page.width).map(page.ink.strong),
    ...paragraph(page, identity(lab), "").map(page.ink.quiet),
    "",
    ...money(lab, page),
    "",
    ...openReleases(lab, view.assumed, page),
    ...weights(lab, page),
    "",
    ...service(lab, page),
    "",
    ...history(lab, limit, page),
    ...heading(page, "Facts behind the figures", `${counted(facts.length, "row")}, newest first`),
    ...(facts.length === 0 ? ["  No fact about it is known on this day."] : factLines(facts, page, limit)),
    "",
    ...paragraph(page, `${GRADES} lagline explain <id> takes one number apart: ${exampleIds(lab)}.`, "").map(
      page.ink.quiet,
    ),
    ...footing(view, page),
  ];
}

function identity({
  id,
  country,
  kind,
  parent,
  control,
  openWeights,
  families,
  facts,
}: LabView["lab"]): string {
  const payer =
    parent === null ? (control === "non-profit" ? "a non-profit" : "its own money") : `paid for by ${parent}`;
  const weights = {yes: "opens its weights", mixed: "opens some weights", no: "opens no weights"}[
    openWeights
  ];
  return [id, country || "country unknown", kind, payer, weights, families, counted(facts, "known fact")]
    .filter(Boolean)
    .join(" · ");
}

const COLUMNS: readonly Column[] = [
  {title: "figure", min: 12},
  {title: "value", align: "right"},
  {title: "90%"},
  {title: "facts", align: "right"},
  {title: "source"},
  {title: "speaks", drop: 1},
];

function money({name, money: own}: ForceLabReport, page: Page): string[] {
  const figures: [string, ForceQuantity | null][] = [
    ["revenue a year", own.revenue],
    ["burn a year", own.burn],
    ["cash", own.cash],
    ["commitments", own.commitments],
    ["company value", own.valuation],
    ["months of cash", own.runway],
    ["points per $bn", own.perDollar],
  ];
  const shown = figures.flatMap(([label, quantity]) => (quantity ? [{label, quantity}] : []));
  const {lines} = table(
    COLUMNS,
    shown.filter(({quantity}) => quantity.value !== null).map((one) => figureRow(one, page)),
    {width: page.width, head: page.ink.quiet},
  );
  const missing = shown.filter(({quantity}) => quantity.value === null);
  const chances = own.short.map(({months, withoutNewMoney, withRaising}) => [
    `within ${months} months`,
    {text: valueText(withoutNewMoney), ink: page.ink.strong},
    {text: valueText(withRaising), ink: page.ink.strong},
    speaker(withoutNewMoney),
  ]);
  return [
    ...heading(page, "Money", "as of the day, from stated figures aged to it"),
    ...(lines.length > 1 ? lines : []),
    ...missing.flatMap(({label, quantity}) =>
      wrapped(`– ${label}: ${withoutName(reasonText(quantity), name)}.`, page.width, "    ", "  ").map(
        page.ink.quiet,
      ),
    ),
    ...(own.burn?.value === 0
      ? paragraph(
          page,
          "In most draws it pays its way, and its burn is then zero; the others carry the risk.",
        )
      : []),
    ...(own.says !== "" && own.runway.value !== null ? paragraph(page, `Read with care: ${own.says}.`) : []),
    ...(chances.length > 0
      ? [
          "",
          ...table(
            [
              {title: "chance of running short"},
              {title: "no new money", align: "right"},
              {title: "raising as before", align: "right"},
              {title: "speaks"},
            ],
            chances,
            {width: page.width, head: page.ink.quiet},
          ).lines,
        ]
      : []),
  ];
}

const figureRow = (
  {label, quantity}: {label: string; quantity: ForceQuantity},
  page: Page,
): (string | Cell)[] => [
  label,
  {text: valueText(quantity), ink: page.ink.strong},
  quantity.interval ? boundsText(quantity.interval, quantity.unit) : "none",
  String(quantity.facts.length),
  gradeCode(quantity),
  speaker(quantity),
];

const withoutName = (text: string, name: string): string => text.replace(`${name}: `, "");

/** Do open releases pay for themselves, and when do they stop? */
function openReleases({money: own, name}: ForceLabReport, assumed: string | undefined, page: Page): string[] {
  if (own.breakEven.length === 0) return [];
  const known = own.breakEven.filter(({value}) => value !== null);
  const reasons = [...new Set(own.breakEven.filter(({value}) => value === null).map(reasonText))];
  const chances = known.filter(({unit}) => unit === "probability");
  const turning = known.find(({id, value}) => /\.(stops-paying|catches-up)$/.test(id) && value! > 0);
  const {lines} = table(
    COLUMNS,
    [...known.filter(({unit}) => unit === "USD per year"), ...(turning ? [turning] : [])].map((quantity) =>
      figureRow({label: BREAK_EVEN[quantity.id.split(".").at(-1)!] ?? quantity.label, quantity}, page),
    ),
    {width: page.width, head: page.ink.quiet},
  );
  const note = known.find((quantity) => quantity.note)?.note;
  return [
    ...heading(page, "Do open releases pay for themselves?", "under stated assumptions, METHOD R34"),
    ...(assumed ? paragraph(page, `under your assumptions: ${assumed}`).map(page.ink.strong) : []),
    ...(known.length > 0 ? lines : []),
    ...(chances.length > 0
      ? paragraph(
          page,
          `Chance that they pay: ${chances.map((quantity) => `${quantity.id.endsWith(".now") ? "now" : `in ${quantity.id.split(".").at(-1)} months`} ${valueText(quantity)}`).join(", ")}.`,
        )
      : []),
    ...(note ? paragraph(page, `${note.charAt(0).toUpperCase()}${note.slice(1)}.`) : []),
    ...reasons.flatMap((reason) =>
      paragraph(page, `No number: ${withoutName(reason, name)}.`).map(page.ink.quiet),
    ),
    "",
  ];
}

const BREAK_EVEN: Readonly<Record<string, string>> = {
  "revenue-needed": "paying revenue",
  "keep-pace-cost": "keeping pace",
  "stops-paying": "months to stop",
  "catches-up": "months to pay",
};

function weights({continuity, withheld, history: events}: ForceLabReport, page: Page): string[] {
  const {opens, history: past, lastFlagship, noNewFlagship, licences, licenceDrift} = continuity.weights;
  const title = heading(page, "Continuity of weights you hold", "they run whatever becomes of the lab");
  const record = past ? paragraph(page, `Record: ${past}.`) : [];
  if (opens === "no" && licences.length === 0)
    return [
      ...title,
      ...paragraph(page, "There are none: this lab opens no weights, so all rests on its service."),
      ...record,
    ];
  const drift =
    licenceDrift === null
      ? "too few open releases to see a drift"
      : Math.abs(licenceDrift) < 0.05
        ? "no drift between the earlier and the later half of its releases"
        : `${licenceDrift > 0 ? "stricter" : "freer"} by ${Math.abs(licenceDrift).toFixed(1)} of a class in the later half of its releases`;
  const last = licences.slice(-LICENCES).reverse();
  const told = events.filter(({type, date}) => type === "open-release" && date > (lastFlagship?.date ?? ""));
  const later =
    told.length > 0 ? ` Opened since, as reported: ${told.map(({date}) => date).join(", ")} (below).` : "";
  return [
    ...title,
    ...record,
    ...paragraph(
      page,
      lastFlagship
        ? `Last open flagship in the list of models: ${lastFlagship.name}, ${lastFlagship.date}.${later} What may fail to come is the next one:`
        : "No open flagship of it is known. What may fail to come is the next one:",
    ),
    ...paragraph(
      page,
      noNewFlagship.value === null
        ? `no number: ${reasonText(noNewFlagship)}`
        : `${valueText(noNewFlagship)} for none within 12 months${noNewFlagship.interval ? `, ${boundsText(noNewFlagship.interval, "probability")} as far as its rate is known` : ""} (${speaker(noNewFlagship)}; ${noNewFlagship.note ?? ""})`,
      "    ",
    ),
    ...paragraph(page, `Licences of ${counted(licences.length, "open release")}: ${drift}.`),
    ...last.flatMap(({name, date, licence, licenceClass}) =>
      wrapped(
        `${date}  ${name}: ${licence || "licence not stated"} (${licenceClass})`,
        page.width,
        "      ",
        "    ",
      ),
    ),
    ...(licences.length > last.length
      ? paragraph(page, `${counted(licences.length - last.length, "earlier one")} in --json.`, "    ").map(
          page.ink.quiet,
        )
      : []),
    ...withheldLines(withheld, page),
  ];
}

function withheldLines(withheld: ForceLabReport["withheld"], page: Page): string[] {
  if (withheld.length === 0) return [];
  const newest = [...withheld].reverse();
  const until = ({to, brief}: ForceLabReport["withheld"][number]) =>
    brief ? "for some days" : `to ${to ?? "now"}`;
  return [
    ...paragraph(page, "Models held back, gated or switched off:"),
    ...newest
      .slice(0, WITHHELD)
      .flatMap((span) =>
        wrapped(
          `${span.from} ${until(span)}  ${span.model}, ${span.why.replaceAll("-", " ")}${span.source ? ` (${sourceText(span.source)})` : ""}`,
          page.width,
          "      ",
          "    ",
        ),
      ),
    ...(newest.length > WITHHELD
      ? paragraph(page, `${counted(newest.length - WITHHELD, "earlier one")} in --json.`, "    ").map(
          page.ink.quiet,
        )
      : []),
  ];
}

function service({continuity, scheduled}: ForceLabReport, page: Page): string[] {
  const {hazards, notice, promisedDays, belowPromise} = continuity.service;
  const columns: Column[] = [
    {title: "within 12 months", min: 18},
    {title: "chance", align: "right"},
    {title: "90%"},
    {title: "its events", align: "right"},
    {title: "all labs", drop: 2},
    {title: "speaks", drop: 1},
  ];
  const {lines} = table(
    columns,
    hazards
      .filter(({within}) => within !== null)
      .map(({label, within, events, allEvents, supplierYears}) => [
        label,
        {text: valueText(within!), ink: page.ink.strong},
        within!.interval ? boundsText(within!.interval, "probability") : "",
        String(events),
        `${allEvents} in ${supplierYears.toFixed(0)} lab-years`,
        speaker(within!),
      ]),
    {width: page.width, head: page.ink.quiet},
  );
  const missing = hazards.filter(({within}) => within === null);
  const promise =
    promisedDays === null
      ? "no promise of notice is known"
      : `${numberText(promisedDays, "days")} days are promised; ${belowPromise} of ${notice.n} gave less`;
  return [
    ...heading(page, "Continuity of the service you call", "it ends when the lab ends it"),
    ...(lines.length > 1 ? lines : ["  No record of it is watched."]),
    ...missing.flatMap(({label, rate}) =>
      wrapped(`– ${label}: no number, ${reasonText(rate)}.`, page.width, "    ", "  ").map(page.ink.quiet),
    ),
    ...paragraph(
      page,
      notice.value === null
        ? `Notice before a model is retired: ${reasonText(notice)}; ${promise}.`
        : `Notice before a model is retired: median ${measureText(notice)} over ${counted(notice.n, "retirement")}${notice.interval ? `, ${boundsText(notice.interval, "days")}` : ""}; ${promise}.`,
    ),
    ...(scheduled.length > 0
      ? [
          ...paragraph(page, "Announced and still to come:"),
          ...scheduled.flatMap((row) =>
            wrapped(`${row.date}  ${row.summary} (${sourceText(row.source)})`, page.width, "      ", "    "),
          ),
        ]
      : []),
  ];
}

/** What it has done, newest first. */
function history({history: rows}: ForceLabReport, limit: number, page: Page): string[] {
  if (rows.length === 0) return [];
  const newest = [...rows].reverse();
  const line = ({date, type, direction, summary, noticeDays, source}: HistoryRow): string[] => [
    ...wrapped(
      [
        `${type.replaceAll("-", " ")}${direction.startsWith("toward") ? `, ${direction.replace("-", " ")}` : ""}`,
        noticeDays === null ? "" : `${noticeDays} days of notice`,
        summary,
      ]
        .filter(Boolean)
        .join(" · "),
      page.width,
      " ".repeat(14),
      `  ${date.padEnd(10)}  `,
    ),
    ...wrapped(sourceText(source), page.width, " ".repeat(14)).map(page.ink.quiet),
  ];
  const hidden = newest.length - Math.min(limit, newest.length);
  return [
    ...heading(page, "What it has done", `${counted(rows.length, "event")}, newest first`),
    ...newest.slice(0, limit).flatMap(line),
    ...(hidden > 0 ? paragraph(page, `${hidden} more: --all shows them.`).map(page.ink.quiet) : []),
    "",
  ];
}

const exampleIds = (lab: ForceLabReport): string =>
  labQuantitiesOf(lab)
    .filter(({id}) => /\.(revenue|runway|notice)$/.test(id))
    .map(({id}) => id)
    .join(", ");
