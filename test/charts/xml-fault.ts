/**
 * The first way in which a text is not well-formed XML 1.0, or undefined: every tag closed in order, one root,
 * attributes quoted and unique, no bare `<` or `&`, only the five entities that need no declaration.
 */
export function xmlFault(text: string): string | undefined {
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  while (at < text.length) {
    const tagAt = text.indexOf("<", at);
    const between = text.slice(at, tagAt < 0 ? text.length : tagAt);
    if (!isPlain(between)) return `bare & in "${between.slice(0, 40)}"`;
    if (open.length === 0 && between.trim() !== "")
      return `text outside the root: "${between.trim().slice(0, 40)}"`;
    if (tagAt < 0) break;
    const tag =
      /^<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/.exec(
        text.slice(tagAt),
      );
    if (!tag) return `no tag at "${text.slice(tagAt, tagAt + 60)}"`;
    const [whole, closing, name, attributes, empty] = tag;
    if (!isPlain(attributes!)) return `bare & in an attribute of ${name}`;
    const names = [...attributes!.replace(/"[^"]*"|'[^']*'/g, "").matchAll(/[\w:.-]+/g)].map(
      ([found]) => found,
    );
    if (names.length !== new Set(names).size) return `attribute twice on ${name}`;
    if (closing) {
      if (open.pop() !== name) return `</${name}> closes another element`;
    } else {
      if (open.length === 0) roots += 1;
      if (!empty) open.push(name!);
    }
    at = tagAt + whole.length;
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  return roots === 1 ? undefined : `${roots} root elements`;
}

const isPlain = (text: string): boolean => !/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text);
