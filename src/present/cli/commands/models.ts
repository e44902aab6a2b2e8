import {InputError} from "../../../errors.ts";
import {LICENCE_CLASSES, MODEL_ORDERS, type ModelFilter, modelSelection} from "../../model-selection.ts";
import {printable} from "../../plain-text.ts";
import {modelsScreen} from "../../terminal/models-screen.ts";
import type {Command} from "../answer.ts";
import {type Flags, oneOf, positiveNumber, wholeNumber} from "../report-options.ts";

const TOP = 30;
const MOST = 100_000;

/** `lagline models`: models that pass the filters, in order. */
export const models: Command = async ({pipeline, options, effects, flags}) => {
  const filter = modelFilter(flags);
  const top = wholeNumber("--top", text(flags.top), [1, MOST], TOP);
  const report = await pipeline.reportFor(options, effects);
  const found = modelSelection(report, filter);
  return {
    json: () => ({
      about: report.about,
      count: found.length,
      models: flags.top === undefined ? found : found.slice(0, top),
    }),
    lines: (page) => modelsScreen(printable(report), printable(found), top, page),
  };
};

function modelFilter(flags: Flags): ModelFilter {
  if (flags.open && flags.closed) {
    throw new InputError(
      "conflicting",
      "filters: --open and --closed; give one of them, or neither for both",
    );
  }
  const [lab, country, licence] = [text(flags.lab), text(flags.country), text(flags.licence)];
  const fits = positiveNumber("--fits", text(flags.fits));
  return {
    ...(flags.open ? {openness: "open"} : flags.closed ? {openness: "closed"} : {}),
    ...(lab === undefined ? {} : {lab}),
    ...(country === undefined ? {} : {country}),
    ...(licence === undefined ? {} : {licence: oneOf("--licence", licence, LICENCE_CLASSES, "unknown")}),
    ...(fits === undefined ? {} : {fits}),
    sort: oneOf("--sort", text(flags.sort), MODEL_ORDERS, "ability"),
  };
}

const text = (flag: string | boolean | undefined): string | undefined =>
  typeof flag === "string" ? flag : undefined;
