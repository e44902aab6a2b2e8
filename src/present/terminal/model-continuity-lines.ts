/** How long a model can be used: the weights one has and the service one calls, kept apart. */
import type {ModelContinuityView, ModelDossier} from "../model-dossier.ts";
import {counted, measureText, reasonText} from "../quantity-text.ts";
import {sourceText, speaker} from "./fact-lines.ts";
import {heading, type Page, paragraph} from "./page.ts";

/** Nothing when the facts say nothing on the model's lab. */
export function modelContinuityLines(
  {continuity, openness, licence, licenceClass}: ModelDossier,
  page: Page,
): string[] {
  if (!continuity) return [];
  const {noNewFlagship: next} = continuity;
  const successor =
    next === null
      ? ""
      : next.value === null
        ? ` Chance of no new open flagship of the lab: unknown, ${reasonText(next)}.`
        : ` What may fail to come is the next one: ${measureText(next)} for no new open flagship within 12 months (${speaker(next)}).`;
  const weights =
    openness === "open"
      ? `Weights you hold: they keep running under ${licence || licenceClass}, whatever becomes of the lab.${successor}`
      : openness === "closed"
        ? "Weights you hold: none; it runs for as long as its supplier runs it."
        : "Weights you hold: no source says whether there are any.";
  return [
    ...heading(page, "Continuity", "two answers, never one"),
    ...paragraph(page, weights),
    ...paragraph(page, `Service you call: ${serviceText(continuity)}`),
    ...paragraph(page, `lagline lab ${continuity.lab} shows both with their facts.`).map(page.ink.quiet),
    "",
  ];
}

function serviceText({service: {end, hazards}}: ModelContinuityView): string {
  const chances = hazards
    .filter(({within}) => within.value !== null)
    .map(({label, within}) => `${label} ${measureText(within)} (${speaker(within)})`)
    .join("; ");
  const supplier = chances
    ? ` Chances within 12 months for its lab, over all its models: ${chances}.`
    : " How likely its lab hurts customers is not known.";
  if (!end) return `no end is announced for it.${supplier}`;
  const notice = end.noticeDays === null ? "notice unknown" : `${counted(end.noticeDays, "day")} of notice`;
  const says = {
    retired: `ended on ${end.on} (${notice})`,
    scheduled: end.on === null ? "its end is announced, without a day" : `ends on ${end.on} (${notice})`,
    due: `was announced to end on ${end.on} (${notice}); no row says that it did`,
  }[end.state];
  return `${says}; ${sourceText(end.source)}.${end.state === "retired" ? "" : supplier}`;
}
