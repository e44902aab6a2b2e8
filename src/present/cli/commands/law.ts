import {didYouMean} from "../../../data/closest-name.ts";
import {InputError} from "../../../errors.ts";
import {type Deployment, type Hosting, type ModelOrigin, SECTORS} from "../../../forces/law/deployment.ts";
import type {LawAnswer} from "../../../pipeline/forces/law.ts";
import {printable} from "../../plain-text.ts";
import {isIn, lawScreen} from "../../terminal/law-screen.ts";
import type {Command} from "../answer.ts";
import {type Flags, oneOf} from "../report-options.ts";

const ORIGINS: readonly ModelOrigin[] = ["US", "CN", "other"];
const HOSTINGS: readonly Hosting[] = ["self-hosted", "foreign-api", "domestic-api"];

/** `lagline law`: the timeline, or what touches a deployment. Needs no ability, so it answers at once. */
export const law: Command = async ({pipeline, options, flags}) => {
  const place = text(flags.jurisdiction);
  const deployment = deploymentOf(flags, place);
  const answer = await pipeline.lawFor(options, deployment);
  if (place !== undefined && !deployment) checkPlace(answer, place);
  const own = {
    ...answer,
    law:
      place === undefined || deployment
        ? answer.law
        : {
            ...answer.law,
            measures: answer.law.measures.filter(({jurisdiction}) => isIn(jurisdiction, place)),
          },
  };
  return {
    json: () => own,
    lines: (page) => lawScreen(printable(own), place, flags.all === true, page),
  };
};

/** A deployment when anything about one was said; the rest of it is unknown. */
function deploymentOf(flags: Flags, place: string | undefined): Deployment | undefined {
  if (flags.openWeights && flags.closedWeights) {
    throw new InputError(
      "conflicting",
      "flags: --open-weights and --closed-weights; give one of them, or neither",
    );
  }
  const said = [
    flags.sector,
    flags.origin,
    flags.hosting,
    flags.lab,
    flags.fineTuned,
    flags.openWeights,
    flags.closedWeights,
  ];
  const sector = oneOf("--sector", text(flags.sector), [...SECTORS, "unknown"] as const, "unknown");
  const modelOrigin = oneOf("--origin", text(flags.origin), [...ORIGINS, "unknown"] as const, "unknown");
  const hosting = oneOf("--hosting", text(flags.hosting), [...HOSTINGS, "unknown"] as const, "unknown");
  if (said.every((flag) => flag === undefined)) return undefined;
  const lab = text(flags.lab);
  return {
    jurisdiction: place ?? "unknown",
    sector,
    modelOrigin,
    hosting,
    fineTuned: flags.fineTuned === true ? true : "unknown",
    openWeights: flags.openWeights ? true : flags.closedWeights ? false : "unknown",
    ...(lab === undefined ? {} : {lab}),
  };
}

function checkPlace({law: {measures}}: LawAnswer, place: string): void {
  const places = [
    ...new Set(measures.flatMap(({jurisdiction}) => [jurisdiction, jurisdiction.split("-")[0]!])),
  ].sort();
  if (places.some((known) => isIn(known, place))) return;
  const hint = didYouMean(place, places).replace(/^,/, "") || ` one of ${places.join(", ")} was expected`;
  throw new InputError("unknown", `jurisdiction: ${place};${hint}`);
}

const text = (flag: string | boolean | undefined): string | undefined =>
  typeof flag === "string" ? flag : undefined;
