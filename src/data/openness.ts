/**
 * Openness is a fact as of a date: a model is open from the day the public can download its weights.
 *
 * Licence and origin are separate facts: weights under a non-commercial licence are open, a Chinese model behind an
 * API is closed.
 */
import type {Day} from "../units.ts";
import type {Model, Openness} from "./catalog.ts";
import {factsMethod} from "./facts-method.ts";
import {firstKnownDay} from "./release-date.ts";

/**
 * Openness on a day.
 *
 * A weights date known only to the month counts from the month's last day. Open weights without any date count from
 * the day `factsMethod.undatedWeights` says.
 */
export function opennessAt(model: Model, day: Day): Openness {
  if (model.openness !== "open") return model.openness;
  return openFrom(model) <= day ? "open" : "closed";
}

/** The first day on which an open model surely counted as open. */
export function openFrom(model: Model): Day {
  if (model.weightsDate) return model.weightsDate.latest;
  if (factsMethod.undatedWeights.value === "retrieval") return model.provenance.retrieved;
  return model.available?.latest ?? model.announced?.latest ?? firstKnownDay(model, "latest");
}
