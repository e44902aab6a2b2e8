/** The little Markdown of METHOD.md as terminal text: paragraphs set to the page, list items hanging, marks taken off. */
import {wrapped} from "./display-width.ts";
import {type Page, paragraph} from "./page.ts";

const ITEM = /^\s*(?:[-*]|\d+\.)\s+/;

export function markdownLines(markdown: string, page: Page): string[] {
  return markdown
    .split(/\n\s*\n/)
    .filter((block) => block.trim() !== "")
    .flatMap((block) => blockLines(block, page));
}

/** A block is one paragraph, or one line per item or table row when it begins with one. */
function blockLines(block: string, page: Page): string[] {
  const items: string[] = [];
  for (const line of block.split("\n")) {
    if (items.length === 0 || ITEM.test(line) || line.trimStart().startsWith("|")) items.push(line.trim());
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  return items
    .filter((item) => !/^\|[\s|:-]+$/.test(item))
    .flatMap((item) =>
      ITEM.test(item)
        ? wrapped(withoutMarks(item), page.width, "    ", "  ")
        : paragraph(page, withoutMarks(item)),
    );
}

const withoutMarks = (text: string): string =>
  text
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, "$1 ($2)")
    .replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/(^|[\s(])\*([^*\s][^*]*)\*/g, "$1$2");
