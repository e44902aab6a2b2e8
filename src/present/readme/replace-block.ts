/** Generated blocks inside hand-written Markdown: what stands between two markers is replaced, nothing else. */
import {InputError} from "../../errors.ts";

/**
 * @param name - the block between `<!-- name:start -->` and `<!-- name:end -->`
 * @param body - Markdown of the block without its markers
 * @param file - named in error messages
 * @returns the whole text with the block replaced; replacing twice equals replacing once
 * @throws InputError when a marker is missing, doubled or in the wrong order
 */
export function replaceBlock(markdown: string, name: string, body: string, file = "README.md"): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  for (const marker of [start, end]) {
    const count = markdown.split(marker).length - 1;
    if (count === 0) throw new InputError("missing", `marker: ${marker}; one was expected`, {file});
    if (count > 1)
      throw new InputError("duplicate", `marker: ${marker}; one was expected, not ${count}`, {file});
  }
  const [from, to] = [markdown.indexOf(start) + start.length, markdown.indexOf(end)];
  if (to < from)
    throw new InputError(
      "conflicting",
      `markers: ${end} stands before ${start}; the other order was expected`,
      {file},
    );
  return `${markdown.slice(0, from)}\n${body.trim()}\n${markdown.slice(to)}`;
}
