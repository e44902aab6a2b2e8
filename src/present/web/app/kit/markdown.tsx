/** The Markdown of METHOD.md: paragraphs, lists, tables as they are, bold, emphasis and code. */
import type {ComponentChildren} from "preact";

export const Markdown = ({text}: {readonly text: string}) => (
  <>
    {text
      .split(/\n\s*\n/)
      .filter((block) => block.trim() !== "" && !block.startsWith("<!--"))
      .map((block, index) => (
        <Block key={index} text={block} />
      ))}
  </>
);

function Block({text}: {readonly text: string}) {
  const lines = text.split("\n");
  if (lines.every((line) => /^(?:\s|[-*] )/.test(line)) && /^[-*] /.test(lines[0]!)) {
    const items = text.split(/\n(?=[-*] )/).map((item) => item.slice(2));
    return (
      <ul>
        {items.map((item, index) => (
          <li key={index}>{inline(item)}</li>
        ))}
      </ul>
    );
  }
  if (lines.every((line) => line.startsWith("|"))) return <pre>{text}</pre>;
  return <p>{inline(text)}</p>;
}

const INLINE = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\[[^\]]+\]\([^)]+\))/;

function inline(text: string): ComponentChildren[] {
  return text.split(INLINE).map((part, index) => {
    if (part.startsWith("`")) return <code key={index}>{part.slice(1, -1)}</code>;
    if (part.startsWith("**")) return <strong key={index}>{part.slice(2, -2)}</strong>;
    if (/^\*[^*]/.test(part) && part.endsWith("*")) return <em key={index}>{part.slice(1, -1)}</em>;
    // Links of METHOD.md lead into the repository, which the page is not part of.
    if (part.startsWith("[") && INLINE.test(part)) return /^\[([^\]]+)\]/.exec(part)![1];
    return part;
  });
}
