/** The server as assistants see it: asked by the protocol's own client, in memory, over HTTP and over a pipe. */
import {Client, InMemoryTransport, StreamableHTTPClientTransport} from "@modelcontextprotocol/client";
import {StdioClientTransport} from "@modelcontextprotocol/client/stdio";
import {fileURLToPath} from "node:url";
import {afterEach, describe, expect, it} from "vitest";
import {type Advice, adviceQuantitiesOf} from "../../../src/advice-report.ts";
import {InputError, InputErrors} from "../../../src/errors.ts";
import {inProcess} from "../../../src/numeric/chunked.ts";
import {odds} from "../../../src/pipeline/odds.ts";
import {scenarioAmong, scenarioEffect, whatIfWorld} from "../../../src/pipeline/whatif.ts";
import {oddsForecasters, recordSentence} from "../../../src/pipeline/whatif-report.ts";
import {methodRule, publishedRules} from "../../../src/method-rules.ts";
import {assistantServer} from "../../../src/present/assistants/assistant-server.ts";
import type {AssistantSource} from "../../../src/present/assistants/assistant-tool.ts";
import {assistantTools} from "../../../src/present/assistants/tools/all.ts";
import {assistantApp} from "../../../src/present/cli/commands/mcp.ts";
import {fallbackText, triggerText} from "../../../src/present/advice-text.ts";
import {shippedPortfolio} from "../../../src/present/web/shipped-portfolios.ts";
import {quantityText} from "../../../src/present/quantity-text.ts";
import {listening} from "../../../src/present/web/listening.ts";
import {loopbackHosts} from "../../../src/present/web/request-guard.ts";
import {quantitiesOf, type Report} from "../../../src/report.ts";
import {syntheticAdvice} from "../synthetic-advice.ts";
import type {OddsRow, ScenarioEffect} from "../../../src/whatif-report.ts";
import {syntheticCatalog} from "../synthetic-catalog.ts";
import {syntheticReport, VARIANTS} from "../synthetic-report.ts";
import {syntheticScenarios} from "../synthetic-whatif.ts";

const usual = syntheticReport();
const scenarios = syntheticScenarios();
const world = whatIfWorld(scenarios.ground, scenarios.labs, scenarios.seed);
const sourceOf = (report: Report): AssistantSource => ({
  report: async () => report,
  catalog: async () => syntheticCatalog(report),
  advice: async (text) => {
    if (text.startsWith("name: good")) return syntheticAdvice;
    throw new InputErrors([
      new InputError("unknown", "kind: sypport; support was expected", {file: "portfolio", row: 7}),
      new InputError("missing", "name", {file: "portfolio", row: 8}),
    ]);
  },
  shippedAdvice: async (name) => {
    shippedPortfolio(name);
    return syntheticAdvice;
  },
  priced: async () => syntheticCatalog(report),
  whatIf: async ({name, settings, paths}) =>
    scenarioEffect(world, scenarioAmong(scenarios.scenarios, name, world.labs, settings), {
      paths,
      run: inProcess,
    }),
  odds: async ({questions, given, paths}) => ({
    about: report.about,
    odds: odds(
      {
        ground: scenarios.ground,
        forecasters: oddsForecasters(scenarios.ground, scenarios.seed),
        record: recordSentence(report.forecast?.backtest),
        paths: Math.min(paths, 500),
      },
      given,
      questions,
    ),
  }),
});
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** The client checks each structured answer against the shape that the tool was listed with. */
async function asking(report: Report = usual): Promise<Client> {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const server = assistantServer(sourceOf(report));
  const client = new Client({name: "test", version: "1"});
  await Promise.all([server.connect(there), client.connect(here)]);
  await client.listTools();
  open.push(() => client.close());
  return client;
}
const textOf = ({content}: {content: unknown}): string =>
  (content as {text: string}[]).map(({text}) => text).join("\n");

describe("what an assistant may ask", () => {
  it("is listed with a shape for question and answer, and changes nothing", async () => {
    const {tools} = await (await asking()).listTools();
    expect(tools.map(({name}) => name)).toEqual(assistantTools.map(({name}) => name));
    for (const {inputSchema, outputSchema, annotations, description} of tools) {
      expect(inputSchema.type).toBe("object");
      expect(outputSchema?.type).toBe("object");
      expect(annotations).toMatchObject({readOnlyHint: true, destructiveHint: false});
      expect(description!.length).toBeGreaterThan(40);
    }
  });

  it.each(["headline", "domains", "access", "groups", "definitions", "robustness"])(
    "is the gap, part %s, with vintage and uncertainty",
    async (part) => {
      const answer = await (await asking()).callTool({name: "gap", arguments: {part}});
      const value = answer.structuredContent as {
        about: Report["about"];
        numbers: {id: string; value: number | null}[];
      };
      expect(value.about).toEqual(usual.about);
      expect(value.numbers.length).toBeGreaterThan(0);
      const known = new Map(quantitiesOf(usual).map((quantity) => [quantity.id, quantity]));
      for (const {id, value: given} of value.numbers) expect(given).toBe(known.get(id)!.value);
      const text = textOf(answer);
      for (const {id} of value.numbers) expect(text).toContain(quantityText(known.get(id)!));
      expect(text).toContain(usual.about.vintage);
      expect(text).toContain(`As of ${usual.about.asOf}`);
    },
  );

  it("is models by filter, with as many as asked for", async () => {
    const client = await asking();
    const answer = await client.callTool({name: "models", arguments: {openness: "open", top: 3}});
    const {models, count} = answer.structuredContent as {models: Report["models"]; count: number};
    expect(models).toHaveLength(3);
    expect(models.every(({openness}) => openness === "open")).toBe(true);
    expect(count).toBe(usual.models.filter(({openness}) => openness === "open").length);
    const found = await client.callTool({name: "models", arguments: {find: "helios 11"}});
    expect((found.structuredContent as {models: Report["models"]}).models.map(({model}) => model)).toContain(
      "helios-11",
    );
  });

  it("is one lab in full, and all labs in short", async () => {
    const client = await asking();
    const [first] = usual.forces!.labs;
    const one = await client.callTool({name: "labs", arguments: {lab: first!.name}});
    const all = await client.callTool({name: "labs", arguments: {}});
    const labs = (answer: typeof one) =>
      (answer.structuredContent as {labs: {id: string; numbers: unknown[]}[]}).labs;
    expect(labs(one).map(({id}) => id)).toEqual([first!.id]);
    expect(labs(all)).toHaveLength(usual.forces!.labs.length);
    expect(labs(one)[0]!.numbers.length).toBeGreaterThan(labs(all)[0]!.numbers.length);
  });

  it("is where any number comes from, down to its sources", async () => {
    const client = await asking();
    for (const {id, value} of quantitiesOf(usual)) {
      const {structuredContent, isError} = await client.callTool({name: "explain", arguments: {id, rows: 2}});
      expect(isError ?? false).toBe(false);
      const explained = structuredContent as {quantity: {id: string; value: number | null}; rows: unknown[]};
      expect(explained.quantity).toMatchObject({id, value});
      expect(explained.rows.length).toBeLessThanOrEqual(2);
    }
    const listed = await client.callTool({name: "explain", arguments: {find: "coding"}});
    expect((listed.structuredContent as {known: {id: string}[]}).known.map(({id}) => id)).toContain(
      "lag.domain.coding",
    );
  });
});

describe("advice", () => {
  it.each([{example: "eu-bank"}, {portfolio: "name: good\nworkloads: []"}])(
    "is short by default, whole on demand, with its uncertainty and vintage, for %o",
    async (given) => {
      const client = await asking();
      const short = await client.callTool({name: "advice", arguments: given});
      const value = short.structuredContent as {
        whole: unknown;
        workloads: {name: string; primary: {cost: {value: number}} | null}[];
      };
      expect(value.whole).toBeNull();
      const [workload, barred] = syntheticAdvice.workloads;
      expect(value.workloads.map(({name}) => name)).toEqual([workload!.name, barred!.name]);
      expect(value.workloads[0]!.primary!.cost.value).toBe(workload!.primary!.cost.value);
      expect(value.workloads[1]!.primary).toBeNull();
      const text = textOf(short);
      for (const says of [
        workload!.sentence,
        barred!.sentence,
        quantityText(workload!.primary!.netValue),
        fallbackText(workload!)!,
        triggerText(workload!.triggers[0]!),
        syntheticAdvice.about.vintage,
        `prices as of ${syntheticAdvice.about.pricesAsOf}`,
        ...syntheticAdvice.record,
        ...syntheticAdvice.caveats,
      ])
        expect(text).toContain(says);
      const whole = await client.callTool({name: "advice", arguments: {...given, whole: true}});
      expect((whole.structuredContent as {whole: unknown}).whole).toEqual(syntheticAdvice);
    },
  );

  it("is of one workload where one is named", async () => {
    const client = await asking();
    const one = await client.callTool({
      name: "advice",
      arguments: {example: "eu-bank", workload: "answer tickets", whole: true},
    });
    const {whole} = one.structuredContent as {whole: Advice};
    expect(whole.workloads.map(({id}) => id)).toEqual(["tickets"]);
    const none = await client.callTool({
      name: "advice",
      arguments: {example: "eu-bank", workload: "answer tocket"},
    });
    expect(textOf(none)).toMatch(/unknown workload: answer tocket; did you mean Answer tickets\?/);
  });

  it("has every number explained, with the portfolio beside its id", async () => {
    const client = await asking();
    for (const {id, value} of adviceQuantitiesOf(syntheticAdvice)) {
      const {structuredContent} = await client.callTool({
        name: "explain",
        arguments: {id, example: "eu-bank"},
      });
      expect((structuredContent as {quantity: object}).quantity).toMatchObject({id, value});
    }
    const listed = await client.callTool({
      name: "explain",
      arguments: {find: "own machines", portfolio: "name: good"},
    });
    expect((listed.structuredContent as {known: {id: string}[]}).known.map(({id}) => id)).toContain(
      "advice.tickets.self-host.cost",
    );
  });

  it("says every fault of a portfolio by line and field", async () => {
    const answer = await (await asking()).callTool({name: "advice", arguments: {portfolio: "workloads: []"}});
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toContain("unknown kind: sypport; support was expected [portfolio:7]");
    expect(textOf(answer)).toContain("missing name [portfolio:8]");
  });

  it("is listed in little room", async () => {
    const {tools} = await (await asking()).listTools();
    const {outputSchema} = tools.find(({name}) => name === "advice")!;
    expect(JSON.stringify(outputSchema).length).toBeLessThan(30_000);
  });
});

describe("what an assistant may ask of the future", () => {
  it("is what a scenario would change, as the engine says, with settings", async () => {
    const client = await asking();
    const given = {
      scenario: "anti-distillation-rule",
      settings: {"copying.cut": "uniform(80%, 100%)", "copying.from": "2026-04"},
      paths: 200,
    };
    const answer = await client.callTool({name: "what-if", arguments: given});
    const {about, effect} = answer.structuredContent as {about: Report["about"]; effect: ScenarioEffect};
    const settings = Object.entries(given.settings).map(([key, value]) => ({key, value}));
    const scenario = scenarioAmong(scenarios.scenarios, given.scenario, world.labs, settings);
    expect(about).toEqual(usual.about);
    expect(effect).toEqual(await scenarioEffect(world, scenario, {paths: 200, run: inProcess}));
    const text = textOf(answer);
    expect(text).toContain(effect.sentence);
    expect(text).toMatch(
      /best open ability after 24 months: .* change −[\d.]+ points \(90% of paths .* to .*\)/,
    );
    expect(text).toContain(usual.about.vintage);
  });

  it("is a scenario of its own, told by settings alone", async () => {
    const answer = await (
      await asking()
    ).callTool({
      name: "what-if",
      arguments: {
        scenario: "own",
        settings: {"price.side": "open", "price.times": "0.5", "price.from": "2026-03"},
        paths: 100,
      },
    });
    const {effect} = answer.structuredContent as {effect: ScenarioEffect};
    expect(effect.changes).toEqual(["open prices are multiplied by 0.5 from 2026-03-01"]);
  });

  it("is the scenarios that ship and the fixed list of odds, as in the Report", async () => {
    const client = await asking();
    const listed = await client.callTool({name: "what-if", arguments: {}});
    for (const {id, lag} of usual.whatIf!.scenarios) {
      expect(textOf(listed)).toContain(id);
      for (const quantity of lag) expect(textOf(listed)).toContain(quantityText(quantity));
    }
    const chances = await client.callTool({name: "odds", arguments: {}});
    const {odds: rows} = chances.structuredContent as {odds: OddsRow[]};
    expect(rows.map(({id, probability}) => [id, probability.value])).toEqual(
      usual.whatIf!.odds.map(({id, probability}) => [id, probability.value]),
    );
    for (const {probability} of usual.whatIf!.odds)
      expect(textOf(chances)).toContain(quantityText(probability));
  });

  it("is how likely something is by a day", async () => {
    const answer = await (
      await asking()
    ).callTool({name: "odds", arguments: {question: "open first overall", by: "2027-06-30"}});
    const {odds: rows} = answer.structuredContent as {odds: OddsRow[]};
    expect(rows.map(({by}) => by)).toEqual(["2027-06-30"]);
    expect(textOf(answer)).toMatch(/By forecaster: .*trend \d+%.*forces \d+%/);
  });
});

describe("what cannot be answered", () => {
  it.each([
    [
      "what-if",
      {scenario: "no-such"},
      /^unknown scenario: no-such; one of anti-distillation-rule, .*, own was/,
    ],
    ["what-if", {scenario: "../../etc/passwd"}, /^unknown scenario: .* was expected$/],
    ["what-if", {scenario: "mine.yaml"}, /^unknown scenario: mine\.yaml; one of .* was expected$/],
    ["what-if", {settings: {"copying.cut": "1"}}, /^missing scenario: nothing/],
    [
      "what-if",
      {scenario: "anti-distillation-rule", settings: {"copying.cut": "150%", "copying.from": "soon"}},
      /^invalid cut: 150%; .*\ninvalid from: soon; /,
    ],
    ["what-if", {scenario: "own"}, /^missing changes: none; settings such as/],
    ["odds", {question: "will it rain"}, /^unknown question: will it rain; /],
    ["odds", {question: "open first overall", by: "2027-13-01"}, /^invalid by: 2027-13-01/],
    ["odds", {question: "open first overall", months: 3}, /^unsupported months: .* by alone was expected$/],
    ["odds", {lab: "minimax"}, /^missing question: nothing/],
    ["explain", {id: "no.such.number"}, /unknown number: no\.such\.number/],
    ["labs", {lab: "no such lab"}, /unknown lab/],
    ["advice", {}, /missing portfolio: nothing; its YAML text/],
    ["advice", {portfolio: "name: x", example: "eu-bank"}, /conflicting portfolio and example: both/],
    ["advice", {example: "moon-base"}, /unknown example: moon-base; one of coding-agent-startup, eu-bank/],
    ["explain", {id: "advice.tickets.ahead"}, /missing portfolio: nothing/],
    ["models", {lab: "no such lab"}, /unknown lab/],
  ])("is an error in a sentence from %s", async (name, given, says) => {
    const answer = await (await asking()).callTool({name, arguments: given});
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(says);
  });

  it.each([
    ["gap", {part: "everything"}],
    ["models", {top: 1e9}],
    ["models", {fits: "80"}],
    ["explain", {id: "x".repeat(1000)}],
    ["advice", {portfolio: "x".repeat(100_001)}],
    ["no-such-tool", {}],
  ])("is refused by %s when the question has the wrong shape", async (name, given) => {
    const client = await asking();
    const refused = await client.callTool({name, arguments: given}).then(
      ({isError}) => isError === true,
      () => true,
    );
    expect(refused).toBe(true);
  });
});

it.each(VARIANTS)("answers in a world that is %s, without a control character", async (variant) => {
  const report = syntheticReport(variant);
  const client = await asking(report);
  for (const {name} of assistantTools) {
    const needs = {
      labs: report.forces,
      forecast: report.forecast,
      "what-if": report.whatIf,
      odds: report.whatIf,
      bets: report.bets,
    }[name as "labs" | "forecast" | "what-if" | "odds" | "bets"];
    const answer = await client.callTool({name, arguments: name === "advice" ? {example: "eu-bank"} : {}});
    expect({name, failed: answer.isError ?? false}).toEqual({name, failed: needs === null});
    expect(textOf(answer)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|undefined|NaN/,
    );
  }
});

describe("resources and prompts", () => {
  it("hold every rule, one by one and together, and the sources with their licences", async () => {
    const client = await asking();
    const {resources} = await client.listResources();
    expect(resources.map(({uri}) => uri)).toEqual(
      expect.arrayContaining([
        "lagline://method",
        "lagline://sources",
        ...publishedRules().map(({rule}) => `lagline://method/${rule}`),
      ]),
    );
    const {contents} = await client.readResource({uri: "lagline://method/R11"});
    expect((contents[0] as {text: string}).text).toContain(methodRule("R11").text);
    const sources = await client.readResource({uri: "lagline://sources"});
    expect(JSON.parse((sources.contents[0] as {text: string}).text)).toMatchObject({
      vintage: syntheticCatalog(usual).vintage,
    });
    await expect(client.readResource({uri: "lagline://method/R999"})).rejects.toThrow(/R999/);
  });

  it("ask with tools that exist, whatever is left out", async () => {
    const client = await asking();
    const {prompts} = await client.listPrompts();
    expect(prompts.length).toBeGreaterThan(3);
    for (const {name, arguments: wanted = []} of prompts) {
      const given = Object.fromEntries(
        wanted.filter(({required}) => required).map((one) => [one.name, "80"]),
      );
      const {messages} = await client.getPrompt({name, arguments: given});
      const text = JSON.stringify(messages);
      expect(text).not.toContain("undefined");
      expect(assistantTools.some((tool) => text.includes(`tool ${tool.name}`))).toBe(true);
    }
  });
});

describe("over HTTP", () => {
  it("answers a client on this machine", async () => {
    const server = await listening((port) => assistantApp(sourceOf(usual), {hosts: loopbackHosts(port)}), {
      host: "127.0.0.1",
      port: 0,
      mayMove: false,
    });
    open.push(server.close);
    const client = new Client({name: "test", version: "1"});
    await client.connect(new StreamableHTTPClientTransport(new URL(`${server.address}mcp`)));
    open.push(() => client.close());
    const answer = await client.callTool({name: "gap", arguments: {}});
    expect((answer.structuredContent as {says: string}).says).toBe(usual.headline.sentence);
  });

  it("refuses other names, other pages, strangers and floods", async () => {
    const app = assistantApp(sourceOf(usual), {hosts: loopbackHosts(4281)});
    const asked = (headers: Record<string, string>, body = "{}") =>
      app.request("http://127.0.0.1:4281/mcp", {
        method: "POST",
        headers: {
          host: "127.0.0.1:4281",
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
          ...headers,
        },
        body,
      });
    expect((await asked({host: "rebound.example"})).status).toBe(421);
    expect((await asked({origin: "https://evil.example"})).status).toBe(403);
    expect((await asked({}, JSON.stringify({junk: "x".repeat(300_000)}))).status).toBe(413);
    expect((await asked({}, "not json")).status).toBe(400);
    const guarded = assistantApp(sourceOf(usual), {
      hosts: loopbackHosts(4281),
      token: "correct-horse-battery-staple",
    });
    expect((await guarded.request("http://x/mcp", {method: "POST", body: "{}"})).status).toBe(401);
    expect((await app.request("http://127.0.0.1:4281/", {headers: {host: "127.0.0.1:4281"}})).status).toBe(
      404,
    );
  });
});

const [major, minor] = process.versions.node.split(".").map(Number);
const runsTypeScript = major! > 22 || (major === 22 && minor! >= 18);

/** Needs a Node that runs TypeScript as it is. */
describe.skipIf(!runsTypeScript)("over a pipe", () => {
  it("answers as a process that an assistant starts, with nothing but the protocol on its output", async () => {
    const client = new Client({name: "test", version: "1"});
    const script = fileURLToPath(new URL("mcp-process.ts", import.meta.url));
    await client.connect(
      new StdioClientTransport({command: process.execPath, args: [script], stderr: "pipe"}),
    );
    open.push(() => client.close());
    const answer = await client.callTool({name: "explain", arguments: {id: "lag"}});
    expect(textOf(answer)).toContain(quantityText(usual.headline.lag));
  });
});
