/**
 * The rules of matching, one function each: does this field of a deployment bring it under the measure?
 *
 * "no" rules the measure out, "unknown" turns it into "may apply". Every verdict says which field it read and why.
 */
import type {PolicyFact} from "../../data/forces/force-facts.ts";
import type {Deployment} from "./deployment.ts";
import {covers, isHomeOf} from "./jurisdiction.ts";
import type {Reach} from "./reach.ts";

export type ConditionField = keyof Deployment | "onlyIf" | "reach" | "binds";

export interface Verdict {
  readonly field: ConditionField;
  readonly answer: "yes" | "no" | "unknown";
  readonly why: string;
}

const verdict = (field: ConditionField, answer: Verdict["answer"], why: string): Verdict => ({
  field,
  answer,
  why,
});

/** By place: the deployment lies in the measure's jurisdiction. By origin: the model comes from there. */
export function jurisdictionCondition(
  {jurisdiction: place, modelOrigin}: Deployment,
  {jurisdiction}: PolicyFact,
  by: Reach["by"],
): Verdict {
  if (by !== "origin" && place !== "unknown" && covers(jurisdiction, place)) {
    return verdict("jurisdiction", "yes", `${place} lies in ${jurisdiction}`);
  }
  if (by !== "place" && modelOrigin !== "unknown" && isHomeOf(jurisdiction, modelOrigin)) {
    return verdict(
      "modelOrigin",
      "yes",
      `the model comes from ${modelOrigin}, which ${jurisdiction} measures reach at the source`,
    );
  }
  if (by !== "origin" && place === "unknown")
    return verdict("jurisdiction", "unknown", "the place of the deployment is unknown");
  if (by !== "place" && modelOrigin === "unknown")
    return verdict("modelOrigin", "unknown", "the origin of the model is unknown");
  return by === "origin"
    ? verdict(
        "modelOrigin",
        "no",
        `${jurisdiction} measures reach models from there, not from ${modelOrigin}`,
      )
    : verdict("jurisdiction", "no", `${place} does not lie in ${jurisdiction}`);
}

/** The deployment is in one of the sectors the measure names. */
export const sectorCondition = ({sector}: Deployment, {sectors}: Reach): Verdict =>
  oneOf("sector", sector, sectors);

/** The model comes from one of the countries the measure names. */
export const originCondition = ({modelOrigin}: Deployment, {origins}: Reach): Verdict =>
  oneOf("modelOrigin", modelOrigin, origins);

/** The weights run in one of the ways the measure names. */
export const hostingCondition = ({hosting}: Deployment, {hostings}: Reach): Verdict =>
  oneOf("hosting", hosting, hostings);

/** The model's lab is one the measure names. */
export const labCondition = ({lab}: Deployment, {labs}: Reach): Verdict =>
  oneOf("lab", lab ?? "unknown", labs);

/** Open weights: under the measure, exempt from it, or not settled. Closed models are always under it. */
export function opennessCondition(
  {openWeights}: Deployment,
  {appliesToOpenWeights}: PolicyFact,
  openness: Reach["openness"],
): Verdict {
  if (openness === "irrelevant")
    return verdict("openWeights", "yes", "the measure does not turn on openness");
  if (openWeights === false) return verdict("openWeights", "yes", "the model is closed");
  if (appliesToOpenWeights === "yes") return verdict("openWeights", "yes", "the measure covers open weights");
  if (openWeights === "unknown")
    return verdict("openWeights", "unknown", "the openness of the model is unknown");
  if (appliesToOpenWeights === "exempt") {
    return verdict("openWeights", "no", "open weights are exempt or not concerned");
  }
  return appliesToOpenWeights === "partially"
    ? verdict("openWeights", "unknown", "open weights are exempt in part")
    : verdict("openWeights", "unknown", "the source does not settle whether open weights are exempt");
}

/** A condition that no field of a deployment answers. */
export const furtherCondition = ({onlyIf}: Reach): Verdict[] =>
  onlyIf === undefined ? [] : [verdict("onlyIf", "unknown", `only if ${onlyIf}`)];

/**
 * Through whom the measure reaches the deployment: the company itself, or the lab or host that supplies it.
 *
 * Provider duties become a deployer's own, perhaps, when it fine-tunes; those that work at the model's home do not. What binds only chip sellers, agencies or nobody
 * does not touch a deployment.
 */
export function boundParty(
  {fineTuned}: Deployment,
  {binds, by}: Reach,
): {through: "deployer" | "supplier"; verdict: Verdict} | {through: "nobody"; verdict: Verdict} {
  if (binds.includes("deployer")) {
    return {through: "deployer", verdict: verdict("binds", "yes", "it binds who runs or uses a model")};
  }
  if (binds.includes("provider")) {
    if (by === "origin") {
      return {
        through: "supplier",
        verdict: verdict("binds", "yes", "it binds providers at home, not users abroad"),
      };
    }
    if (fineTuned === false) {
      return {
        through: "supplier",
        verdict: verdict("binds", "yes", "it binds the model's provider, not its user"),
      };
    }
    const why =
      fineTuned === true
        ? "it binds providers, and fine-tuning can make the deployer one"
        : "it binds providers, and whether the model was fine-tuned is unknown";
    return {through: "deployer", verdict: verdict("fineTuned", "unknown", why)};
  }
  if (binds.includes("counterparty")) {
    return {
      through: "supplier",
      verdict: verdict("binds", "yes", "it binds who trades with or invests in the lab"),
    };
  }
  return {
    through: "nobody",
    verdict: verdict("binds", "no", `it binds ${binds.join(" and ")}, not a deployment`),
  };
}

function oneOf(field: ConditionField, value: string, allowed: "any" | readonly string[]): Verdict {
  if (allowed === "any") return verdict(field, "yes", "the measure draws no line here");
  const list = allowed.join(", ");
  if (value === "unknown")
    return verdict(field, "unknown", `it is limited to ${list}, and this is unknown here`);
  return allowed.includes(value)
    ? verdict(field, "yes", `${value} is named by the measure`)
    : verdict(field, "no", `it is limited to ${list}`);
}
