/** Use: adoption channel by channel, and who learns from the use of the product it owns. */
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {isoDay} from "../../dates.ts";
import {adoptionSeries, newestShare, shareChange} from "../../forces/use/adoption-series.ts";
import {productLoops} from "../../forces/use/product-loops.ts";
import {relativeAdoption} from "../../forces/use/relative-adoption.ts";
import type {UseReport} from "../../forces-report.ts";
import type {Day} from "../../units.ts";

export function useSection({adoption, distribution, labs}: ForceFacts, asOf: Day): UseReport {
  const relative = relativeAdoption(adoption, asOf);
  return {
    series: adoptionSeries(adoption, asOf).map((series) => {
      const {name, channel, counts, bias, metric, unit, points} = series;
      const isShare = unit.startsWith("percent") && channel !== "not-adoption";
      return {
        name,
        channel,
        counts,
        bias,
        metric,
        unit,
        points: points.map(({date, segment, value, low, high, note, source}) => ({
          date,
          segment,
          value,
          low,
          high,
          note,
          source,
        })),
        newest: isShare ? newestShare(series) : null,
        change: isShare && points.length > 1 ? shareChange(series) : null,
      };
    }),
    loops: productLoops(distribution, asOf).map(({lab, loop, says, since, effects}) => ({
      lab,
      name: labs.get(lab)?.name ?? lab,
      loop,
      says,
      since,
      effects: effects.map(({product, date, effect, value, unit, note, markedAsClaim, source}) => ({
        product,
        date,
        effect,
        value,
        unit,
        note,
        markedAsClaim,
        source,
      })),
    })),
    age: {
      date: relative.day === null ? null : isoDay(relative.day),
      covered: relative.covered,
      median: relative.medianAge,
      models: relative.byAge.map(({model, ageDays, share}) => ({model, ageDays, share})),
    },
    againstSizeClass: relative.againstSizeClass,
  };
}
