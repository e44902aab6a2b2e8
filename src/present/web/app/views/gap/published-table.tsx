/** What others have published, as they said it. */
import type {Report} from "../../../../../report.ts";
import {SourceLink} from "../../kit.ts";

export const PublishedTable = ({published}: {readonly published: Report["published"]}) => (
  <section>
    <h2>What others published</h2>
    <div class="scroll" role="region" aria-label="Published estimates" tabIndex={0}>
      <table class="plain">
        <thead>
          <tr>
            {["date", "who", "what", "value", "uncertainty", "period"].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...published]
            .sort((a, b) => (a.date < b.date ? 1 : -1))
            .map(({id, date, author, measure, value, unit, uncertainty, scope, period, url}) => (
              <tr key={id}>
                <td class="date">{date}</td>
                <td>
                  <SourceLink url={url}>{author}</SourceLink>
                </td>
                <td>
                  {measure}
                  {scope && <small>{scope}</small>}
                </td>
                <td class="number">
                  {value} {unit === "date" ? "" : unit}
                </td>
                <td>{uncertainty}</td>
                <td>{period}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  </section>
);
