import type {BetAnswer} from "../../../../../bets-report.ts";
import type {ForceFactRow} from "../../../../../forces-report.ts";
import {gradeText, hrefHere, hrefOf, SourceLink} from "../../kit.ts";

interface Props {
  readonly rests: BetAnswer["rests"];
  readonly facts: ReadonlyMap<string, ForceFactRow>;
}

/** What something rests on, each a link: fact rows with their grade, numbers, models, pages. */
export const RestsOn = ({rests, facts}: Props) => (
  <span class="quiet">
    {[
      ...rests.facts.map((id) => {
        const row = facts.get(id);
        return row ? (
          <SourceLink key={id} url={row.url}>
            {row.table}: {gradeText(row)}
          </SourceLink>
        ) : (
          <span key={id}>{id} (not among these facts)</span>
        );
      }),
      ...rests.numbers.map((id) => (
        <a key={id} href={hrefHere({explain: id})}>
          {id}
        </a>
      )),
      ...rests.models.map((id) => (
        <a key={id} href={hrefOf("model", [id])}>
          {id}
        </a>
      )),
      ...rests.urls.map((url) => (
        <SourceLink key={url} url={url}>
          {siteOf(url)}
        </SourceLink>
      )),
    ].flatMap((link, at) => (at === 0 ? [link] : [", ", link]))}
  </span>
);

/** `example.org`, as short as a source can be named; the address itself where it is none. */
const siteOf = (url: string): string => /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? url;
