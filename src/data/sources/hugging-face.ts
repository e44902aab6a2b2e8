/**
 * Hugging Face Hub: downloads, gating and licence tag of the repositories that the facts name for open models.
 *
 * Downloads are a channel of adoption with its own bias, kept beside the facts; the licence tag is what the uploader chose and
 * is held against the reviewed licence, never taken over. A repository that is gone says that the weights were withdrawn or
 * renamed: listed, never acted upon.
 */
import {z} from "zod";
import type {Catalog, LicenceClass, Model} from "../catalog.ts";
import {isoDay, parseDay} from "../../dates.ts";
import type {Feed, FeedContext, FeedDocument, FeedRequest, Translation} from "./feed.ts";
import {oneLine} from "./feed-tables.ts";
import {syncMethod} from "./sync-method.ts";
import {numberIn, Translating} from "./translating.ts";
import {upstreamJson} from "./upstream-json.ts";

const REPOSITORY = /^https:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+)\/?$/;
const API = "https://huggingface.co/api/models/";

const shape = z.object({
  downloads: z.unknown().optional(),
  downloadsAllTime: z.unknown().optional(),
  likes: z.unknown().optional(),
  createdAt: z.string().nullish(),
  gated: z.union([z.boolean(), z.string()]).nullish(),
  tags: z.array(z.string()).optional(),
});

/** Licence tags whose class is beyond doubt; any other tag claims nothing. */
const CLASS_OF_TAG: Readonly<Record<string, LicenceClass>> = {
  "apache-2.0": "permissive",
  mit: "permissive",
  "bsd-3-clause": "permissive",
  "cc-by-4.0": "permissive",
  "cc-by-nc-4.0": "non-commercial",
  "cc-by-nc-sa-4.0": "non-commercial",
};

export const huggingFace: Feed = {
  id: "hugging-face",
  says: "downloads, gating and licence tags of open weights (Hugging Face)",
  source: {
    title: "Hugging Face Hub API, models, as synced",
    url: "https://huggingface.co/models",
    licence: "facts",
    redistribution: "yes",
    attribution: "Hugging Face Hub, https://huggingface.co. Single public figures.",
    coverage: "",
  },
  hosts: ["huggingface.co"],
  standing: "primary",
  everyDays: syncMethod.hubDays.value,
  requests: (catalog) =>
    repositories(catalog()).map(({repository}): FeedRequest => ({
      url: `${API}${repository}`,
      largest: 2_000_000,
      kind: "json",
      mayBeAbsent: true,
    })),
  translate,
};

async function translate(
  documents: readonly FeedDocument[],
  {catalog, names, today}: FeedContext,
): Promise<Translation> {
  const found = new Translating(names);
  const answers = new Map(documents.map((document) => [document.url, document]));
  for (const {repository, model} of repositories(catalog)) {
    const document = answers.get(`${API}${repository}`);
    if (!document) continue;
    if (!document.bytes) {
      found.claim({model: model.id, field: "openness", value: "closed", name: `${repository} is gone or private`});
      continue;
    }
    const {downloads, downloadsAllTime, likes, createdAt, gated, tags = []} = upstreamJson(
      document.bytes,
      shape,
      document.url,
    );
    const counts = [downloads, downloadsAllTime, likes].map((value) => numberIn(value));
    if (counts.some((value) => value !== undefined && (value < 0 || !Number.isInteger(value)))) {
      found.malformed("hub", `${repository}: counts of downloads and likes were expected`);
      continue;
    }
    const tag = (prefix: string): string => tags.find((each) => each.startsWith(prefix))?.slice(prefix.length) ?? "";
    const licence = tag("license:");
    if (Object.hasOwn(CLASS_OF_TAG, licence)) {
      found.claim({model: model.id, field: "licence", value: CLASS_OF_TAG[licence], name: repository});
    }
    const created = parseDay((createdAt ?? "").slice(0, 10));
    found.row({
      table: "hub",
      part: "hub",
      cells: {
        model: model.id,
        repository,
        downloads_30d: counts[0] === undefined ? "" : String(counts[0]),
        downloads_ever: counts[1] === undefined ? "" : String(counts[1]),
        likes: counts[2] === undefined ? "" : String(counts[2]),
        gated: gated === undefined || gated === null ? "" : gated === false ? "no" : "yes",
        licence_tag: oneLine(licence, 80),
        base_model: oneLine(tag("base_model:"), 120),
        created: created === undefined ? "" : isoDay(created),
        seen: isoDay(today),
      },
    });
  }
  return found.done;
}

/** Open models whose page is a repository, each repository once, in order of its name. */
function repositories({models}: Pick<Catalog, "models">): {repository: string; model: Model}[] {
  const byName = new Map<string, Model>();
  for (const model of models.values()) {
    const repository = REPOSITORY.exec(model.url ?? "")?.[1];
    if (model.openness === "open" && repository && !byName.has(repository)) byName.set(repository, model);
  }
  return [...byName].map(([repository, model]) => ({repository, model})).sort((a, b) => (a.repository < b.repository ? -1 : 1));
}
