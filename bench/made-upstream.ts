/** Every feed's upstream at today's size, made from the facts that ship: names are real, values are theirs or made up. */
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Catalog, Model} from "../src/data/catalog.ts";
import {epochTables} from "../src/data/sources/epoch-tables.ts";
import {huggingFace} from "../src/data/sources/hugging-face.ts";
import {isoDay} from "../src/dates.ts";
import {parquetOf} from "../test/monitor/sync/made-parquet.ts";
import {zipOf} from "../test/monitor/sync/made-zip.ts";

/** What a models.dev answer holds: about this many providers of about this many models. */
const PROVIDERS = 110;
const MODELS_EACH = 38;
/** Categories of an LMArena board, of which one to five are read. */
const CATEGORIES = [
  "overall",
  "coding",
  "expert",
  "hard_prompts",
  "math",
  ...Array.from({length: 22}, (_, i) => `more_${i}`),
];
/** Their configurations, and the board whose ratings stand in for each. */
const BOARD_OF: Readonly<Record<string, string>> = {
  text: "text",
  text_style_control: "text_sc",
  vision_style_control: "vision_sc",
  webdev: "webdev",
};
const PADDING = "x".repeat(2_000);

/** Bodies by `host/path`. */
export async function madeUpstream(catalog: Catalog): Promise<Map<string, Buffer>> {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value), "utf8");
  const models = [...catalog.models.values()];
  const bodies = new Map<string, Buffer>([
    ["epoch.ai/data/benchmark_data.zip", archive(catalog)],
    ["epoch.ai/data/eci_scores.csv", Buffer.from(index(catalog), "utf8")],
    ["openrouter.ai/api/v1/models", json({data: routed(catalog)})],
    ["models.dev/api.json", json(providers(catalog))],
    [
      "raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json",
      json(priceList(catalog)),
    ],
    [
      "artificialanalysis.ai/api/v2/data/llms/models",
      json({
        data: models.slice(0, 603).map(({id, name}, i) => ({
          slug: id,
          name,
          evaluations: {artificial_analysis_intelligence_index: i / 12, notes: PADDING},
        })),
      }),
    ],
    [
      "api.github.com/repos/LiveBench/livebench.github.io/contents/public",
      json([{name: "table_2026_01_08.csv"}, {name: "table_2026_06_25.csv"}]),
    ],
  ]);
  for (const edition of ["2026_01_08", "2026_06_25"]) {
    const parts = {Reasoning: 4, Coding: 2, "Agentic Coding": 3, Mathematics: 4, Language: 10};
    const categories = Object.fromEntries(
      Object.entries(parts).map(([part, count]) => [
        part,
        Array.from({length: count}, (_, i) => `${part}_${i}`),
      ]),
    );
    const rows = models.slice(0, 130).map(({id}) => [
      id,
      ...Object.entries(categories).flatMap(([part, tasks]) => {
        const benchmark = `livebench-${part.toLowerCase().replace(" ", "-")}-${edition.replaceAll("_", "-")}`;
        const known = catalog.results.find((result) => result.benchmark === benchmark && result.model === id);
        return tasks.map(() => String(100 * (known?.score ?? 0.5)));
      }),
    ]);
    const header = ["model", ...Object.values(categories).flat()];
    bodies.set(
      `livebench.ai/table_${edition}.csv`,
      Buffer.from([header, ...rows].map((row) => row.join(",")).join("\n"), "utf8"),
    );
    bodies.set(`livebench.ai/categories_${edition}.json`, json(categories));
  }
  for (const configuration of Object.keys(BOARD_OF)) {
    bodies.set(
      `huggingface.co/datasets/lmarena-ai/leaderboard-dataset/resolve/main/${configuration}/latest-00000-of-00001.parquet`,
      await board(catalog, BOARD_OF[configuration]),
    );
  }
  for (const {url} of huggingFace.requests(() => catalog)) {
    const {host, pathname} = new URL(url);
    bodies.set(
      `${host}${pathname}`,
      json({
        id: pathname,
        downloads: pathname.length * 991,
        likes: 12,
        gated: false,
        tags: ["license:other"],
        card: PADDING,
      }),
    );
  }
  return bodies;
}

/** Epoch's archive as it came where it is at hand, else one made from the results that ship. */
function archive(catalog: Catalog): Buffer {
  const folder = fileURLToPath(
    new URL("../../shared/feeds/epoch-benchmark-data-2026-05-14", import.meta.url),
  );
  if (statSync(folder, {throwIfNoEntry: false})?.isDirectory()) {
    return zipOf(readdirSync(folder).map((name) => ({name, bytes: readFileSync(join(folder, name))})));
  }
  return zipOf(
    [...epochTables].map(([name, {benchmark, column, scale}]) => {
      const rows = catalog.results.filter((result) => result.benchmark === benchmark);
      const lines = rows.map(({model, score}) => `${model},${score / scale},${PADDING.slice(0, 600)}`);
      return {name, bytes: Buffer.from([`Model version,${column},Notes`, ...lines].join("\n"), "utf8")};
    }),
  );
}

function index({indexValues, models}: Catalog): string {
  const newest = Math.max(...indexValues.map(({vintage}) => vintage));
  const rows = indexValues.filter(({vintage}) => vintage === newest);
  return [
    "Model,eci,eci_ci_low,eci_ci_high,date",
    ...rows.map(
      ({model, value, low, high}) =>
        `${model},${value},${low ?? ""},${high ?? ""},${released(models.get(model)!)}`,
    ),
  ].join("\n");
}

function released({available, announced, weightsDate}: Model): string {
  const span = available ?? announced ?? weightsDate;
  return span ? isoDay(span.earliest) : "";
}

/** The router's standing prices, per token, and names that nobody knows up to its usual number. */
function routed({prices}: Catalog) {
  const own = prices.filter(({provider, to}) => provider === "openrouter" && to === undefined);
  const entry = (id: string, input: number, output: number) => ({
    id,
    canonical_slug: id,
    description: PADDING.slice(0, 600),
    pricing: {prompt: (input / 1e6).toFixed(12), completion: (output / 1e6).toFixed(12)},
  });
  return [
    ...own.map(({model, input, output}) => entry(model, input, output)),
    ...Array.from({length: Math.max(0, 456 - own.length)}, (_, i) => entry(`unknown/model-${i}`, 1, 2)),
  ];
}

/** Standing prices as they ship at the providers that are followed; the other providers are others' business. */
function providers({prices}: Catalog): Record<string, unknown> {
  const followed = [...new Set(prices.map(({provider}) => provider))].filter((name) => !name.includes(":"));
  const others = Array.from({length: PROVIDERS - followed.length}, (_, i) => `other-${i}`);
  const entry = (id: string, input: number, output: number) =>
    [
      id,
      {id, name: id, cost: {input, output}, limit: {context: 200_000}, modalities: {input: ["text"]}},
    ] as const;
  return Object.fromEntries(
    [...followed, ...others].map((id) => {
      const own = prices.filter(({provider, to}) => provider === id && to === undefined);
      const listed = own.map(({model, input, output}) => entry(model, input, output));
      const filler = Array.from({length: Math.max(0, MODELS_EACH - own.length)}, (_, i) =>
        entry(`${id}-model-${i}`, 1, 2),
      );
      return [id, {id, name: id, models: Object.fromEntries([...listed, ...filler])}];
    }),
  );
}

function priceList({prices}: Catalog) {
  const anthropic = prices.filter(({provider, to}) => provider === "anthropic" && to === undefined);
  const entry = (id: string, input: number, output: number) => ({
    id,
    match: {},
    description: PADDING.slice(0, 120),
    prices: {input_mtok: input, output_mtok: output},
  });
  return [
    {id: "anthropic", models: anthropic.map(({model, input, output}) => entry(model, input, output))},
    {
      id: "elsewhere",
      models: Array.from({length: 1_694 - anthropic.length}, (_, i) => entry(`model-${i}`, 1, 2)),
    },
  ];
}

/** Rows as LMArena's columns have them, for every category: the newest ratings of a board that ships. */
function board({preferences}: Catalog, name: string): Promise<Buffer> {
  const own = preferences.filter((rating) => rating.board === name);
  const newest = Math.max(...own.map(({date}) => date));
  const rows = own.filter(({date, setting}) => date === newest && setting === "");
  const values = rows.map(
    ({model, rating, low, high, votes}) => `('${model}', ${rating}, ${low}, ${high}, ${votes})`,
  );
  return parquetOf(`
    select m.name as model_name, 'Lab' as organization, 'Proprietary' as license,
      m.rating::double as rating, m.low::double as rating_lower, m.high::double as rating_upper, 6.5 as variance,
      m.votes::bigint as vote_count, 1 as rank, c.category, '2026-11-25' as leaderboard_publish_date
    from (values ${values.join(", ")}) m(name, rating, low, high, votes)
    cross join (select unnest([${CATEGORIES.map((each) => `'${each}'`).join(", ")}]) as category) c`);
}
