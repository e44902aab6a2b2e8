/** One page per lab: what pays for it, what it has done to its customers, and how often such things come. */
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts, ForceLab, SupplierEvent} from "../../data/forces/force-facts.ts";
import {publishedBy} from "../../data/forces/known-facts.ts";
import {isoDay, isoSpan} from "../../dates.ts";
import {continuityMethod, type Hazard} from "../../forces/continuity/continuity-method.ts";
import type {ContinuityReport} from "../../forces/continuity/supplier-continuity.ts";
import type {Withholding} from "../../forces/copying/withholding.ts";
import {factSource} from "../../forces/law/fact-source.ts";
import {hasParent} from "../../forces/money/money-ground.ts";
import type {MoneyReport} from "../../forces/money/lab-money.ts";
import {moneyMethod} from "../../forces/money/money-method.ts";
import type {ForceLabReport, ForceQuantity, HistoryRow} from "../../forces-report.ts";
import type {Day} from "../../units.ts";

export interface LabSource {
  /** As known on the as-of date. */
  readonly facts: ForceFacts;
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly money: MoneyReport;
  readonly continuity: ContinuityReport;
  readonly withheld: readonly Withholding[];
  /** Every quantity of money and continuity. */
  readonly quantities: readonly ForceQuantity[];
}

/** In order of name. */
export function labPages(source: LabSource): ForceLabReport[] {
  const byId = new Map(source.quantities.map((quantity) => [quantity.id, quantity]));
  return source.money.labs
    .map(({lab}) => labPage(lab, source, byId))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function labPage(lab: ForceLab, source: LabSource, byId: ReadonlyMap<string, ForceQuantity>): ForceLabReport {
  const {asOf, money, continuity, withheld, catalog} = source;
  const {id} = lab;
  const quantity = (name: string): ForceQuantity | null => byId.get(`${name}`) ?? null;
  const own = (name: string) => quantity(`money.${id}.${name}`);
  const {stayingPower} = money.labs.find((one) => one.lab.id === id)!;
  const history = continuity.histories.get(id)!;
  const outlook = continuity.flagships.find((one) => one.lab === id);
  const last = outlook?.flagships.at(-1);
  const horizon = continuityMethod.horizonMonths.value;
  const isParents = hasParent(lab, asOf);
  const modelName = (model: string) => catalog.models.get(model)?.name ?? model;
  return {
    id,
    name: lab.name,
    country: lab.country,
    kind: lab.kind.replace(/\s*\(.*$/, ""),
    control: isParents ? "parent" : lab.control === "parent" ? "independent" : lab.control,
    parent: isParents ? lab.parent : null,
    openWeights: lab.openWeights,
    families: lab.flagshipFamilies,
    note: publishedBy(lab) <= asOf ? lab.note : "",
    source: factSource(lab),
    facts: rowsAbout(source.facts, id),
    money: {
      says: stayingPower.says,
      revenue: own("revenue")!,
      burn: own("burn"),
      cash: own("cash"),
      commitments: own("commitments")!,
      valuation: own("valuation")!,
      runway: own("runway")!,
      short: moneyMethod.horizonsMonths.value.flatMap((months) => {
        const [withoutNewMoney, withRaising] = [own(`short.${months}`), own(`short.${months}.raising`)];
        return withoutNewMoney && withRaising ? [{months, withoutNewMoney, withRaising}] : [];
      }),
      breakEven: [...byId.values()].filter((one) => isBreakEven(one.id, id)),
      perDollar: own("points-per-usd-billion"),
    },
    continuity: {
      weights: {
        opens: lab.openWeights,
        history: pastClauses(lab.openSinceOrChanged, asOf),
        lastFlagship: last ? {model: last.model, name: modelName(last.model), date: isoDay(last.day)} : null,
        noNewFlagship: quantity(`continuity.${id}.no-open-flagship.within.${horizon}`)!,
        licences: history.licences.map(({model, date, licence, licenceClass}) => ({
          model,
          name: modelName(model),
          date: isoSpan(date),
          licence,
          licenceClass,
        })),
        licenceDrift: history.licenceDrift.kind === "estimated" ? history.licenceDrift.steps : null,
      },
      service: {
        hazards: continuity.hazards.map(({hazard, watches, rates}) => ({
          hazard,
          label: HAZARD_LABEL[hazard],
          events: watches.find((watch) => watch.lab === id)?.events.length ?? 0,
          allEvents: rates.events,
          supplierYears: rates.exposureYears,
          rate: quantity(`continuity.${id}.${hazard}`)!,
          within: quantity(`continuity.${id}.${hazard}.within.${horizon}`),
        })),
        notice: quantity(`continuity.${id}.notice`)!,
        promisedDays: history.notice.promisedDays ?? null,
        belowPromise: history.notice.belowPromise,
      },
    },
    history: continuity.events
      .filter((event) => event.lab === id)
      .sort((a, b) => a.date.earliest - b.date.earliest || (a.id < b.id ? -1 : 1))
      .map(historyRow),
    scheduled: continuity.scheduled.filter((event) => event.lab === id).map(historyRow),
    withheld: withheld
      .filter(({model}) => catalog.models.get(model)?.lab === id)
      .map(({model, from, to, why, brief, source: row}) => ({
        model,
        from: isoDay(from),
        to: to === undefined ? null : isoDay(to),
        why,
        brief,
        source: row,
      })),
  };
}

const HAZARD_LABEL: Readonly<Record<Hazard, string>> = {
  "price-rise": "raises a list price",
  "licence-tightening": "tightens a licence",
  "short-notice-deprecation": "retires a model under six months' notice",
  "access-suspension": "suspends public access",
  "company-failure": "fails as a company",
};

const BREAK_EVEN = /^(revenue-needed|keep-pace-cost|pays\.(now|\d+)|stops-paying|catches-up)$/;
const isBreakEven = (quantity: string, lab: string): boolean =>
  quantity.startsWith(`money.${lab}.`) && BREAK_EVEN.test(quantity.slice(`money.${lab}.`.length));

const historyRow = (event: SupplierEvent): HistoryRow => ({
  date: isoSpan(event.date),
  announced: event.announced === undefined ? null : isoDay(event.announced),
  type: event.type,
  direction: event.direction,
  noticeDays: event.noticeDays === "unknown" ? null : event.noticeDays,
  models: [...event.models],
  summary: event.summary,
  source: factSource(event),
});

const rowsAbout = ({finance, events, distribution, distillation}: ForceFacts, lab: string): number =>
  [...finance, ...events, ...distribution].filter((fact) => fact.lab === lab).length +
  distillation.filter(({actors, targets}) => actors.includes(lab) || targets.includes(lab)).length;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The clauses of an undated text that name no month or year after the day: the text was written later. */
function pastClauses(text: string, asOf: Day): string {
  const now = isoDay(asOf).slice(0, 7);
  const month = new RegExp(`(?:\\b(${MONTHS.join("|")})[a-z]* )?\\b(20\\d\\d)\\b`, "g");
  return text
    .split("; ")
    .filter((clause) =>
      [...clause.matchAll(month)].every(([, name, year]) => {
        const at = name ? `${year}-${String(MONTHS.indexOf(name) + 1).padStart(2, "0")}` : `${year}-01`;
        return at <= now;
      }),
    )
    .join("; ");
}
