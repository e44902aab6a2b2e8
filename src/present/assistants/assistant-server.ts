/**
 * A Model Context Protocol server over one Report: tools that answer in the Report's own shapes, the published rules
 * and the sources as resources, the common questions as prompts. It reads and never writes.
 *
 * Source: the specification of 2026-07-28, https://modelcontextprotocol.io/specification/2026-07-28
 */
import {McpServer, ResourceTemplate} from "@modelcontextprotocol/server";
import {InputError, InputErrors} from "../../errors.ts";
import {methodRule, publishedRules} from "../../method-rules.ts";
import {version} from "../../version.ts";
import {plainText, printable} from "../plain-text.ts";
import {isoDay} from "../../dates.ts";
import type {About} from "../../report.ts";
import {assistantPrompts} from "./assistant-prompts.ts";
import {type AssistantSource, provenanceLine} from "./assistant-tool.ts";
import {compactShape} from "./compact-shape.ts";
import {assistantTools} from "./tools/all.ts";

const INSTRUCTIONS = `lagline measures how far open-weight AI models are behind closed ones, with intervals. Give every number with its unit, its interval and the as-of date. A number without an interval says so; "no number" has a reason: give it. Never turn a range of definitions into a level of confidence. What the tools do not hold, say you do not know.`;
const MARKDOWN = "text/markdown";

export function assistantServer(source: AssistantSource): McpServer {
  const server = new McpServer({name: "lagline", version}, {instructions: INSTRUCTIONS});
  for (const {name, title, says, input, output, answer} of assistantTools) {
    server.registerTool(
      name,
      {
        title,
        description: says,
        inputSchema: input as never,
        outputSchema: compactShape(output) as never,
        annotations: {readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false},
      },
      (async (asked: unknown) => {
        try {
          const {value, lines} = printable(await answer(source, asked));
          const {about} = value as {about: About};
          const text = [...lines, provenanceLine(about)].join("\n");
          return {content: [{type: "text", text}], structuredContent: value};
        } catch (error) {
          if (!(error instanceof InputError || error instanceof InputErrors)) throw error;
          const faults = error instanceof InputErrors ? error.errors : [error];
          const text = faults.map(({message}) => plainText(message)).join("\n");
          return {isError: true, content: [{type: "text", text}]};
        }
      }) as never,
    );
  }
  addResources(server, source);
  for (const {name, title, says, argument, text} of assistantPrompts) {
    server.registerPrompt(
      name,
      {title, description: says, ...(argument ? {argsSchema: argument as never} : {})},
      ((given: Readonly<Record<string, string>> = {}) => ({
        messages: [{role: "user", content: {type: "text", text: text(given)}}],
      })) as never,
    );
  }
  return server;
}

function addResources(server: McpServer, source: AssistantSource): void {
  server.registerResource(
    "method",
    "lagline://method",
    {title: "Method: the published rules", description: "Every rule in full", mimeType: MARKDOWN},
    (uri) => ({
      contents: [
        {
          uri: uri.href,
          mimeType: MARKDOWN,
          text: publishedRules()
            .map(({rule, title, text}) => `### ${rule}. ${title}\n\n${text}\n`)
            .join("\n"),
        },
      ],
    }),
  );
  server.registerResource(
    "rule",
    new ResourceTemplate("lagline://method/{rule}", {
      list: () => ({
        resources: publishedRules().map(({rule, title}) => ({
          uri: `lagline://method/${rule}`,
          name: `${rule}. ${title}`,
          mimeType: MARKDOWN,
        })),
      }),
    }),
    {title: "One rule of the method", description: "By number, for instance R11", mimeType: MARKDOWN},
    (uri, {rule: wanted}) => {
      const {rule, title, text} = methodRule(String(wanted));
      return {contents: [{uri: uri.href, mimeType: MARKDOWN, text: `### ${rule}. ${title}\n\n${text}\n`}]};
    },
  );
  server.registerResource(
    "sources",
    "lagline://sources",
    {
      title: "Sources and licences",
      description: "Whose facts these are, and what may be done with them",
      mimeType: "application/json",
    },
    async (uri) => {
      const {sources, vintage} = await source.catalog();
      const rows = [...sources.values()].map((one) => ({...one, retrieved: isoDay(one.retrieved)}));
      return {
        contents: [
          {
            uri: uri.href,
            mimeType: "application/json",
            text: JSON.stringify(printable({vintage, sources: rows}), null, 2),
          },
        ],
      };
    },
  );
}
