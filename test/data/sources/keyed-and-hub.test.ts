/** Hugging Face and Artificial Analysis in their published shapes, with made values. */
import {describe, expect, it} from "vitest";
import {artificialAnalysis} from "../../../src/data/sources/artificial-analysis.ts";
import {huggingFace} from "../../../src/data/sources/hugging-face.ts";
import {json, shipped, translatedBy} from "./translated.ts";

describe("Hugging Face", () => {
  const url = "https://huggingface.co/api/models/moonshotai/Kimi-K3";
  const answer = {
    downloads: 1234,
    downloadsAllTime: 99_000,
    likes: 77,
    createdAt: "2026-07-27T08:00:00.000Z",
    gated: false,
    tags: ["license:other", "base_model:moonshotai/Kimi-K3-Base", "text-generation"],
  };

  it("asks once for the repository of every open model that names one", () => {
    const asked = huggingFace.requests(() => shipped).map((request) => request.url);
    expect(asked).toContain(url);
    expect(asked.length).toBeGreaterThan(350);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it("gives downloads, gating and tags beside the facts", async () => {
    const {rows} = await translatedBy(huggingFace, {[url]: json(answer)});
    expect(rows).toMatchObject([
      {
        table: "hub",
        cells: {
          model: "kimi-k3",
          repository: "moonshotai/Kimi-K3",
          downloads_30d: "1234",
          downloads_ever: "99000",
          gated: "no",
          licence_tag: "other",
          base_model: "moonshotai/Kimi-K3-Base",
          created: "2026-07-27",
        },
      },
    ]);
  });

  it("claims a licence class only from a tag beyond doubt, and says when a repository is gone", async () => {
    const {claims: doubtful} = await translatedBy(huggingFace, {[url]: json(answer)});
    expect(doubtful).toEqual([]);
    const {claims} = await translatedBy(huggingFace, {[url]: json({...answer, tags: ["license:mit"]})});
    expect(claims).toMatchObject([{model: "kimi-k3", field: "licence", value: "permissive"}]);
    const gone = await translatedBy(huggingFace, {[url]: undefined});
    expect(gone.claims).toMatchObject([{field: "openness", value: "closed", name: "moonshotai/Kimi-K3 is gone or private"}]);
    expect(gone.rows).toEqual([]);
  });

  it("takes no counts that cannot be", async () => {
    const {rows, malformed} = await translatedBy(huggingFace, {[url]: json({...answer, downloads: -5})});
    expect(rows).toEqual([]);
    expect(malformed).toHaveLength(1);
  });
});

describe("Artificial Analysis", () => {
  const url = "https://artificialanalysis.ai/api/v2/data/llms/models";
  const model = (slug: string, value: unknown) => ({
    id: slug,
    name: slug,
    slug,
    evaluations: {artificial_analysis_intelligence_index: value, gpqa: 0.9},
  });

  it("gives index values of today's vintage, the highest of a model's settings, under terms that reserve them", async () => {
    const {rows, skipped} = await translatedBy(artificialAnalysis, {
      [url]: json({status: 200, data: [model("gpt-5.5", 51.2), model("GPT-5.5", 53.4), model("kimi-k3", null)]}),
    });
    expect(rows.map(({cells}) => cells)).toEqual([
      {model: "gpt-5.5", index: "aa-intelligence", vintage: "2026-11-26", value: "53.4"},
    ]);
    expect(skipped).toHaveLength(1);
    expect(artificialAnalysis.source.redistribution).toBe("no");
    expect(artificialAnalysis.licences?.[0].redistribution).toBe("no");
  });

  it("takes no fraction or rating for an index value of 0 to 100", async () => {
    const {malformed} = await translatedBy(artificialAnalysis, {[url]: json({data: [model("gpt-5.5", 1400)]})});
    expect(malformed).toHaveLength(1);
  });
});
