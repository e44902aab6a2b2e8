/** A sync of made facts with made feeds: small enough to run many times. */
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {factsInUse} from "../../../src/cache/facts-home.ts";
import type {Feed, FeedRow} from "../../../src/data/sources/feed.ts";
import {Translating} from "../../../src/data/sources/translating.ts";
import {upstreamTable} from "../../../src/data/sources/upstream-table.ts";
import {sync, type SyncOptions} from "../../../src/monitor/sync/sync.ts";
import {downloadLimits, processEffects, type SyncEffects} from "../../../src/monitor/sync/sync-effects.ts";
import {writeFacts} from "../../data/fixtures.ts";
import {upstream, type Upstream} from "./upstream-server.ts";

/** Results of a made board as `model,score` in fractions. */
export const board: Feed = {
  id: "made-board",
  says: "a made board",
  source: {
    title: "A made board",
    url: "https://board.example/scores.csv",
    licence: "CC-BY-4.0",
    redistribution: "attribution",
    attribution: "Made board",
    coverage: "",
  },
  hosts: ["board.example"],
  replaces: ["board"],
  standing: "primary",
  requests: () => [{url: "https://board.example/scores.csv", largest: 100_000, kind: "csv"}],
  translate: async ([{bytes}], {names}) => {
    const found = new Translating(names);
    for (const {model: name, score} of upstreamTable(bytes!, ["model", "score"], "scores.csv").rows) {
      const value = Number(score);
      if (!(value >= 0 && value <= 1)) found.malformed("quiz", `${name}: ${score}`);
      else {
        const model = found.model(name);
        if (model) found.row(resultRow(model.model, score));
      }
    }
    return found.done;
  },
};

export const resultRow = (model: string, score: string): FeedRow => ({
  table: "results",
  part: "quiz",
  cells: {model, benchmark: "quiz", score, derived: "no", seen: "2026-06-10"},
});

/** Prices of a made list at provider `host`. */
export const priceList = (id: string, standing: Feed["standing"]): Feed => ({
  ...board,
  id,
  replaces: [],
  standing,
  hosts: [`${id}.example`],
  requests: () => [{url: `https://${id}.example/prices.csv`, largest: 100_000, kind: "csv"}],
  translate: async ([{bytes}], {names}) => {
    const found = new Translating(names);
    for (const {model: name, input, output} of upstreamTable(
      bytes!,
      ["model", "input", "output"],
      "prices.csv",
    ).rows) {
      const model = found.model(name);
      if (!model) continue;
      const cells = {model: model.model, provider: "host", input, output, cached_input: "", raw_name: name};
      found.row({table: "prices", part: "host", cells});
    }
    return found.done;
  },
});

export const SCORES = "model,score\nalpha-1,0.6\nalpha-2-latest,0.83\nbeta-1,0.71\nnew-model-9,0.9\n";

export interface MadeSync {
  readonly home: string;
  readonly shipped: string;
  readonly server: Upstream;
  readonly run: (options?: Partial<SyncOptions>, effects?: Partial<SyncEffects>) => ReturnType<typeof sync>;
  /** Folder of the facts a plain command would read. */
  readonly inUse: () => string;
  readonly close: () => Promise<void>;
}

export async function madeSync(feeds: readonly Feed[] = [board]): Promise<MadeSync> {
  const folder = mkdtempSync(join(tmpdir(), "lagline-sync-"));
  const home = join(folder, "home");
  const shipped = writeFacts(join(folder, "shipped"));
  const server = await upstream();
  return {
    home,
    shipped,
    server,
    inUse: () => factsInUse(home, shipped).folder,
    run: (options = {}, effects = {}) =>
      sync(
        {
          home,
          shipped,
          today: "2026-06-15",
          only: [],
          accept: [],
          isDryRun: false,
          env: {},
          feeds,
          ...options,
        },
        {
          ...processEffects(() => {}),
          fetch: server.fetch,
          sleep: async () => {},
          limits: {...downloadLimits, requestSeconds: 2, idleSeconds: 0.3},
          ...effects,
        },
      ),
    close: async () => {
      await server.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
