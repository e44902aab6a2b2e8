/** What a feed says about models of ours, held against the reviewed facts. Nothing of it is taken over. */
import type {Catalog, Model} from "../../data/catalog.ts";
import type {Claim} from "../../data/sources/feed.ts";
import {syncMethod} from "../../data/sources/sync-method.ts";
import {isoSpan, parseDateSpan} from "../../dates.ts";

/** Two statements that cannot both hold. */
export interface Disagreement {
  readonly model: string;
  readonly what: "release" | "openness" | "licence" | "price";
  /** As the feed has it. */
  readonly theirs: string;
  /** As the pinned facts have it. */
  readonly ours: string;
  /** The feed's name for the model. */
  readonly name: string;
}

/** @returns disagreements once per model and field; a refusal when too large a share contradicts */
export function contradictions(
  claims: readonly Claim[],
  {models}: Pick<Catalog, "models">,
): {disagreements: Disagreement[]; refusal: string | undefined} {
  const found = new Map<string, Disagreement>();
  const checked = new Set<string>();
  const agreed = new Set<string>();
  for (const claim of claims) {
    const model = models.get(claim.model);
    const ours = model && pinned(model, claim.field);
    if (!model || ours === undefined) continue;
    const key = `${claim.model}\t${claim.field}`;
    checked.add(key);
    // Versions of a model carry dates of their own: one that agrees is enough.
    if (agrees(model, claim)) agreed.add(key);
    else if (!found.has(key)) {
      found.set(key, {model: claim.model, what: claim.field, theirs: claim.value, ours, name: claim.name});
    }
  }
  for (const key of agreed) found.delete(key);
  const disagreements = [...found.values()];
  const isMany =
    disagreements.length >= syncMethod.fewest.value &&
    disagreements.length / checked.size > syncMethod.contradictedShare.value;
  const [first] = disagreements;
  return {
    disagreements,
    refusal: isMany
      ? `it contradicts reviewed facts in ${disagreements.length} of ${checked.size} cases (${first.model}: ${first.what} ${first.theirs}, here ${first.ours})`
      : undefined,
  };
}

/** As text; undefined when the facts do not say. */
function pinned(model: Model, field: Claim["field"]): string | undefined {
  switch (field) {
    case "openness":
      return model.openness === "unknown" ? undefined : model.openness;
    case "licence":
      return model.licenceClass === "unknown" ? undefined : model.licenceClass;
    case "release": {
      const spans = releases(model).map(isoSpan);
      return spans.length === 0 ? undefined : [...new Set(spans)].join(" or ");
    }
  }
}

const releases = ({announced, available, weightsDate}: Model) =>
  [announced, available, weightsDate].filter((span) => span !== undefined);

function agrees(model: Model, {field, value}: Claim): boolean {
  if (field !== "release") return pinned(model, field) === value;
  const claimed = parseDateSpan(value);
  if (!claimed) return true;
  const margin = syncMethod.releaseDays.value;
  return releases(model).some(
    ({earliest, latest}) => claimed.latest >= earliest - margin && claimed.earliest <= latest + margin,
  );
}
