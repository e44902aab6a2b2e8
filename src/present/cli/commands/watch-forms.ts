import {conditionForms} from "../../../monitor/watch/parse-condition.ts";
import {watchMethod} from "../../../monitor/watch/watch-method.ts";
import {wrapped} from "../../terminal/display-width.ts";
import {heading, paragraph} from "../../terminal/page.ts";
import type {Command} from "../answer.ts";

/** `lagline watch forms`: the grammar, by example. */
export const watchForms: Command = async () => ({
  json: () => conditionForms.map(([form, example]) => ({form, example})),
  lines: (page) => [
    ...heading(page, "What can be watched", "form, then an example"),
    ...conditionForms.flatMap(([form, example]) => [
      ...wrapped(form, page.width, "    ", "  "),
      ...wrapped(`lagline watch add "${example}"`, page.width, "    ").map(page.ink.quiet),
    ]),
    "",
    ...paragraph(
      page,
      `<number> is an id that \`lagline explain\` lists, or lag.coding for lag.domain.coding. <models> is an id, a pattern such as kimi-*, or anything. An estimate is told when the condition holds with probability ${watchMethod.enter.value} (--at), and again only after that fell to ${watchMethod.leave.value}. Everything else is told once for each thing that is new or different since the watch was added.`,
      "",
    ),
  ],
});
