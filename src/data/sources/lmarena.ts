/**
 * LMArena's own data set: the latest day of each board, with interval and votes.
 *
 * Names carry the effort and change over time (`-thinking` became `-high`). A board's ratings of one day are one set; days
 * already held are kept as they were.
 */
import {isoDay, parseDay} from "../../dates.ts";
import {settingReadings} from "./effort-suffix.ts";
import type {Feed, FeedContext, FeedDocument, Translation} from "./feed.ts";
import {oneLine} from "./feed-tables.ts";
import {cell, numberIn, Translating} from "./translating.ts";

const DATASET = "https://huggingface.co/datasets/lmarena-ai/leaderboard-dataset";

/** Upstream's configurations and categories, and the boards they are here. */
const BOARDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  text: {overall: "text"},
  text_style_control: {
    overall: "text_sc",
    coding: "text_sc:coding",
    expert: "text_sc:expert",
    hard_prompts: "text_sc:hard_prompts",
    math: "text_sc:math",
  },
  vision_style_control: {overall: "vision_sc"},
  webdev: {overall: "webdev"},
};
const COLUMNS = [
  "model_name",
  "rating",
  "rating_lower",
  "rating_upper",
  "vote_count",
  "category",
  "leaderboard_publish_date",
];
const address = (configuration: string): string =>
  `${DATASET}/resolve/main/${configuration}/latest-00000-of-00001.parquet`;

export const lmarena: Feed = {
  id: "lmarena",
  says: "human-preference ratings of the newest day (LMArena)",
  source: {
    title: "LMArena leaderboard-dataset (latest split), as synced",
    url: DATASET,
    licence: "CC-BY-4.0",
    redistribution: "attribution",
    attribution: `LMArena, leaderboard-dataset, ${DATASET}. CC BY 4.0. Renamed columns; model names mapped to ids.`,
    coverage: "",
  },
  hosts: ["huggingface.co", "*.hf.co", "*.xethub.hf.co", "*.huggingface.co"],
  standing: "primary",
  requests: () =>
    Object.keys(BOARDS).map((configuration) => ({
      url: address(configuration),
      largest: 50_000_000,
      kind: "parquet",
    })),
  translate,
};

async function translate(documents: readonly FeedDocument[], context: FeedContext): Promise<Translation> {
  const found = new Translating(context.names);
  for (const [configuration, boards] of Object.entries(BOARDS)) {
    const document = documents.find(({url}) => url === address(configuration));
    if (!document?.bytes) continue;
    for (const row of await context.readers.parquetRows(document.bytes, COLUMNS, document.url)) {
      const category = String(row.category);
      if (Object.hasOwn(boards, category)) oneRating(row, boards[category], context, found);
    }
  }
  return found.done;
}

function oneRating(
  row: Readonly<Record<string, unknown>>,
  board: string,
  {today}: FeedContext,
  found: Translating,
): void {
  const name = oneLine(String(row.model_name ?? ""));
  const [rating, low, high, votes] = [row.rating, row.rating_lower, row.rating_upper, row.vote_count].map(numberIn);
  const date = parseDay(String(row.leaderboard_publish_date ?? "").slice(0, 10));
  if (rating !== undefined && (row.rating_lower === null || row.rating_upper === null)) {
    found.skip("ratings without an interval", name);
    return;
  }
  const isRating =
    rating !== undefined &&
    low !== undefined &&
    high !== undefined &&
    votes !== undefined &&
    date !== undefined &&
    date <= today &&
    low <= rating &&
    rating <= high &&
    Math.abs(rating) < 10_000 &&
    votes >= 0;
  if (!isRating) {
    found.malformed(board, `${name}: a rating within its interval, votes and a day up to today were expected`);
    return;
  }
  const model = found.model(name, settingReadings(name));
  if (!model) return;
  found.row({
    table: "preferences",
    part: board,
    cells: {
      model: model.model,
      setting: model.setting,
      board,
      date: isoDay(date),
      rating: cell(rating, 2),
      low: cell(Math.min(low, Number(cell(rating, 2))), 2),
      high: cell(Math.max(high, Number(cell(rating, 2))), 2),
      votes: cell(Math.round(votes), 0),
      raw_name: name,
    },
  });
}
