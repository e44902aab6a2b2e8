/** The first screen: one sentence, one number with its interval, one picture; below, where the answer differs. */
import {lagByFinding} from "../../../../chart/lag-by-chart.ts";
import {unitText} from "../../../../quantity-text.ts";
import {
  FrontierFigure,
  hrefOf,
  IntervalFigure,
  intervalPhrase,
  QuantityLink,
  type ViewProps,
} from "../../kit.ts";

export default function TodayView({report}: ViewProps) {
  const {headline, domains, changes, teasers} = report;
  const {lag, gap, trend, range} = headline;
  const [answer = "", ...rest] = headline.sentence.split(";");
  return (
    <>
      <section class="opening">
        <h1 class="sentence">
          {answer.trim()}
          {rest.length > 0 && <span class="more">{capitalised(rest.join(";").trim())}</span>}
        </h1>
        <dl class="numbers">
          <div class="main">
            <dt>{lag.label}</dt>
            <dd>
              <QuantityLink quantity={lag} as="value" />{" "}
              <span class="unit">{lag.value === null ? "" : unitText(lag.unit)}</span>
              <small>{intervalPhrase(lag)}</small>
            </dd>
          </div>
          <div>
            <dt>range of definitions</dt>
            <dd>
              <QuantityLink quantity={range.low} as="value" /> to{" "}
              <QuantityLink quantity={range.high} as="value" /> <span class="unit">months</span>
              <small>
                {range.definitions} definitions × {range.instruments} instruments
              </small>
            </dd>
          </div>
          <div>
            <dt>gap in ability</dt>
            <dd>
              <QuantityLink quantity={gap} as="value" /> <span class="unit">{unitText(gap.unit)}</span>
              <small>{intervalPhrase(gap)}</small>
            </dd>
          </div>
          <div>
            <dt>trend of the lag</dt>
            <dd>
              <QuantityLink quantity={trend} as="value" /> <span class="unit">{unitText(trend.unit)}</span>
              <small>{intervalPhrase(trend)}</small>
            </dd>
          </div>
        </dl>
      </section>
      <FrontierFigure report={report} />
      {teasers.length > 0 && (
        <section class="teasers" aria-label="More in this report">
          {teasers.map(({view, title, sentence}) => (
            <article key={title}>
              <h2>
                <a href={hrefOf(view)}>{title}</a>
              </h2>
              <p>{sentence}</p>
            </article>
          ))}
        </section>
      )}
      <IntervalFigure
        name="lag-by-domain"
        title={lagByFinding(domains)}
        note="The headline's rule on the benchmarks of one domain. Months that open-weight models are behind closed ones."
        axis="lag in months"
        groups={[{items: domains.map((quantity) => ({quantity}))}]}
      />
      {changes.length > 0 && (
        <section class="changes">
          <h2>What changed lately</h2>
          <ol>
            {[...changes]
              .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
              .map(({date, sentence}) => (
                <li key={`${date}${sentence}`}>
                  <time dateTime={date}>{date}</time> {sentence}
                </li>
              ))}
          </ol>
        </section>
      )}
    </>
  );
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
