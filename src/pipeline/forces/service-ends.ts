/** Models whose access through their lab's own service has ended, or is announced to end. */
import {isoDay} from "../../dates.ts";
import {serviceEnd} from "../../forces/continuity/model-continuity.ts";
import type {ContinuityReport} from "../../forces/continuity/supplier-continuity.ts";
import {factSource} from "../../forces/law/fact-source.ts";
import type {ServiceEnd} from "../../forces-report.ts";

/** In order of model id; a model that no event names is not among them. */
export function serviceEnds(report: ContinuityReport): ServiceEnd[] {
  const events = new Map([...report.scheduled, ...report.events].map((event) => [event.id, event]));
  return [...report.catalog.models.values()]
    .flatMap((model): ServiceEnd[] => {
      const end = serviceEnd(report, model);
      if (!end) return [];
      const event = events.get(end.event)!;
      const noticeDays = event.noticeDays === "unknown" ? null : event.noticeDays;
      // A deprecation without notice has the day it was announced on, not the day the service ends.
      const undated = event.type === "deprecation" && noticeDays === null;
      const state = end.kind === "scheduled" && !undated && end.on <= report.asOf ? "due" : end.kind;
      const on = undated ? null : isoDay(end.on);
      return [{model: model.id, state, on, noticeDays, source: factSource(event)}];
    })
    .sort((a, b) => (a.model < b.model ? -1 : 1));
}
