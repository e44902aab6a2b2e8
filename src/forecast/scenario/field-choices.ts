/** What the fields of changes that name something may say: what a page offers to choose from. */
import {JURISDICTIONS} from "./change-fields.ts";
import {GROUPS, type KnownLabs} from "./scenario-labs.ts";

/** By kind and field. */
export const fieldChoices = ({followed, all}: KnownLabs) => ({
  // The last of the followed stands for all others.
  "funding.of": [...Object.keys(GROUPS), ...followed.slice(0, -1).map(({id}) => id)],
  "threshold.jurisdiction": Object.keys(JURISDICTIONS),
  "ban.jurisdiction": ["US"],
  "release.lab": all.map(({id}) => id),
  "price.side": ["open", "closed"],
});
