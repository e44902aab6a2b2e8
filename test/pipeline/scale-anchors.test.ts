import {describe, expect, it} from "vitest";
import {scaleAnchors, scaleNote} from "../../src/pipeline/scale-anchors.ts";

const among =
  (...ids: string[]) =>
  (id: string) =>
    ids.includes(id);

describe("the anchors of the scale", () => {
  it("are Claude 3.5 Sonnet and GPT-5 once both are measured", () => {
    const anchors = scaleAnchors(
      among("gpt-5", "o1", "claude-3.5-sonnet-2024-06", "gpt-4-0314", "llama-65b"),
    );
    expect([anchors.low, anchors.high]).toEqual([
      {id: "claude-3.5-sonnet-2024-06", points: 130},
      {id: "gpt-5", points: 150},
    ]);
    expect(anchors.standard).toBe(true);
    expect(scaleNote(anchors)).toEqual({});
  });

  it("are older models, at least ten points apart, on earlier days, and it is said", () => {
    const anchors = scaleAnchors(among("claude-3.5-sonnet-2024-06", "gpt-4-0314", "llama-65b"));
    expect([anchors.low.id, anchors.high.id]).toEqual(["llama-65b", "claude-3.5-sonnet-2024-06"]);
    expect(scaleNote(anchors).note).toContain("llama-65b at 109.24 and claude-3.5-sonnet-2024-06 at 130");
  });

  it.each([[[]], [["gpt-4-0314"]], [["claude-3.5-sonnet-2024-06", "gpt-4-0314"]]])(
    "are refused in one sentence where %j is all there is",
    (ids) => expect(() => scaleAnchors(among(...ids))).toThrow(/^insufficient models that fix the scale/),
  );
});
