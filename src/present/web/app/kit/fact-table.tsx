/** Rows of the force tables: what was stated, by whom it is about, how good the source is. */
import type {ForceFactRow} from "../../../../forces-report.ts";
import {DataTable} from "./data-table.tsx";
import {SourceLink} from "./source-link.tsx";

interface Props {
  readonly name: string;
  readonly caption: string;
  readonly facts: readonly ForceFactRow[];
}

export const FactTable = ({name, caption, facts}: Props) => (
  <DataTable
    name={name}
    caption={caption}
    rows={facts}
    keyOf={({id}) => id}
    first={12}
    columns={[
      {title: "date", text: ({date}) => date},
      {title: "about", text: ({who}) => who},
      {title: "what", text: ({what}) => what},
      {title: "stated", text: statedText},
      {title: "says", text: ({says}) => says},
      {
        title: "source",
        text: ({url}) => url ?? "",
        cell: (row) => <SourceLink url={row.url}>{gradeText(row)}</SourceLink>,
      },
      {title: "retrieved", text: ({retrieved}) => retrieved},
      {title: "licence", text: ({licence}) => licence},
    ]}
  />
);

/** `tier B, medium confidence`. */
export const gradeText = ({tier, confidence}: Pick<ForceFactRow, "tier" | "confidence">): string =>
  `tier ${tier}, ${confidence} confidence`;

function statedText({low, value, high, unit}: ForceFactRow): string {
  const short = (amount: number) => amount.toLocaleString("en-US", {maximumSignificantDigits: 4});
  const range = low !== null && high !== null && low !== high ? `${short(low)} to ${short(high)}` : "";
  const stated = value !== null ? `${short(value)}${range === "" ? "" : ` (${range})`}` : range;
  return stated === "" ? "" : `${stated} ${unit}`.trim();
}
