/** The pages that a Report has, by address. */
import {VIEWS} from "../../src/present/web/app/view-list.ts";
import type {Report} from "../../src/report.ts";

/** A Report without some part has no view that reads it. */
export const offeredBy = (report: Report) =>
  VIEWS.filter(({reads}) =>
    reads.every((name) => name === "method" || name === "catalog" || report[name as keyof Report]),
  );

/** Every view and every page within one, as addresses. */
export const pagesOf = (report: Report): string[] => {
  const {models, forces, bets} = report;
  const betPages = (bets?.questions ?? []).map(({id}) => `bets/question/${id}`);
  const [first = "none", second = "none"] = models.map(({model}) => model);
  const within: Readonly<Record<string, readonly string[]>> = {
    forces: ["forces", ...["labs", "copying", "law", "use", "prices"].map((tab) => `forces/${tab}`)],
    method: ["method", ...["choices", "sources", "left-out"].map((tab) => `method/${tab}`)],
    model: [`model/${first}`],
    compare: [`compare/${first}/${second}`],
    bets: ["bets", "bets/questions", "bets/scores", ...betPages],
    lab: [`lab/${forces?.labs[0]?.id ?? "none"}`],
  };
  return offeredBy(report).flatMap(({id}) => within[id] ?? [id]);
};
