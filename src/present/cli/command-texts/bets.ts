/** The bets: beliefs as questions that can come out wrong, who says what, and who was right. */
import {ALL, type CommandText} from "../command-text.ts";
import {WRITING} from "../ledger-choice.ts";

const WHY = ["--why <text>", "the reason, which others must be able to check"] as const;
const URLS = ["--url <addresses>", "where it can be read; several with spaces between"] as const;
const ID = ["<id>", "id of a question, such as q02c"] as const;

export const betTexts: readonly CommandText[] = [
  {
    name: "bets",
    says: "beliefs turned into questions: what closes soon, who says what, what was settled, who leads",
    arguments: [["[belief...]", "read these beliefs in full, such as b05"]],
    flags: [
      [
        "--beliefs",
        "read every belief in full: status, evidence for and against, what would change our mind",
      ],
      ["--ics", "print closing and due days as a calendar (iCalendar)"],
      ALL,
    ],
    examples: ["lagline bets", "lagline bets --beliefs", "lagline bets b05", "lagline bets --ics > bets.ics"],
    load: async () => (await import("../commands/bets/bets.ts")).bets,
  },
  {
    name: "bet",
    says: "one question in full: wording, the rule a machine reads, positions over time, evidence, lagline's own probability and why",
    arguments: [ID],
    examples: ["lagline bet q02c"],
    load: async () => (await import("../commands/bets/bet.ts")).bet,
  },
  {
    name: "bets take",
    says: "take a position: a probability, or quantiles for a number or a day",
    arguments: [ID, ["<position>", "0.3, 30%, or 5%:4.2,50%:6.5,95%:9; days as 50%:2027-03-01"]],
    flags: [WHY, ...WRITING],
    examples: [
      'lagline bets take q02c 30% --why "the gap is 9 points"',
      "lagline bets take q02e 5%:4.5,50%:6.8,95%:9",
    ],
    load: async () => (await import("../commands/bets/bets-take.ts")).betsTake,
  },
  {
    name: "bets add",
    says: "add a question or other records from a file, or field by field on a terminal; vague ones are refused",
    arguments: [["[file]", "YAML or JSON: one record, a list, or several documents"]],
    flags: [...WRITING],
    examples: ["lagline bets add", "lagline bets add my-question.yaml"],
    load: async () => (await import("../commands/bets/bets-add.ts")).betsAdd,
  },
  {
    name: "bets settle",
    says: "settle what the facts decide; with an id and --outcome, a person's answer with its evidence",
    arguments: [["[id]", "a question a person answers"]],
    flags: [
      ["--outcome <answer>", "yes, no, cannot-tell, a number or a day"],
      ["--on <date>", "first day on which the answer could be known (default: today)"],
      ["--early", "a no before the answer is due, because nothing can come any more"],
      WHY,
      URLS,
      ...WRITING,
    ],
    examples: [
      "lagline bets settle",
      'lagline bets settle q03c --outcome yes --url https://… --why "signed on 3 March"',
    ],
    load: async () => (await import("../commands/bets/bets-settle.ts")).betsSettle,
  },
  {
    name: "bets confirm",
    says: "a second person agrees with a person's answer, which settles it, or does not",
    arguments: [ID],
    flags: [["--disagree", "the answer is wrong: the question stays open"], WHY, ...WRITING],
    examples: ['lagline bets confirm q03c --by ada --why "read the act"'],
    load: async () => (await import("../commands/bets/bets-confirm.ts")).betsConfirm,
  },
  {
    name: "bets activate",
    says: "the condition of a conditional question has come about",
    arguments: [ID],
    flags: [["--on <date>", "the day it did (default: today)"], WHY, URLS, ...WRITING],
    examples: ['lagline bets activate q08c --on 2027-02-01 --why "the order took effect" --url https://…'],
    load: async () => (await import("../commands/bets/bets-activate.ts")).betsActivate,
  },
  {
    name: "bets void",
    says: "take a question out: it scores nobody and says nothing",
    arguments: [ID],
    flags: [WHY, URLS, ...WRITING],
    examples: ['lagline bets void q01c --why "no evaluation was published"'],
    load: async () => (await import("../commands/bets/bets-void.ts")).betsVoid,
  },
  {
    name: "bets correct",
    says: "say what an earlier record should have said: both stay, the later one counts",
    arguments: [["<hash>", "eight or more digits of the record's hash"]],
    flags: [["--set <field=value>", "a field and what it should say", "repeatable"], WHY, ...WRITING],
    examples: ['lagline bets correct 3fa2c0d1 --set outcome=no --why "the page was misread"'],
    load: async () => (await import("../commands/bets/bets-correct.ts")).betsCorrect,
  },
  {
    name: "bets import",
    says: "positions of markets from a saved response of a public API, for the questions a mapping gives them to",
    arguments: [["<file>", "JSON as the platform's API gave it"]],
    flags: [
      ["--from <platform>", "metaculus, manifold or polymarket"],
      [
        "--mappings <file>",
        "which market belongs to which question, and how the wording differs (default: those that came with lagline)",
      ],
      ...WRITING,
    ],
    examples: ["lagline bets import market.json --from manifold"],
    load: async () => (await import("../commands/bets/bets-import.ts")).betsImport,
  },
  {
    name: "bets forecast",
    says: "record lagline's own position on every question it can compute, once per vintage or when it moved",
    flags: [...WRITING],
    examples: ["lagline bets forecast"],
    load: async () => (await import("../commands/bets/bets-forecast.ts")).betsForecast,
  },
  {
    name: "bets score",
    says: "who was how right: Brier, log, CRPS, baseline and peer scores, difficulty adjusted, calibration",
    examples: ["lagline bets score"],
    load: async () => (await import("../commands/bets/bets-score.ts")).betsScore,
  },
  {
    name: "bets verify",
    says: "is the past as it was written? A changed entry is named, and what changed in it (exit code 1)",
    flags: [["--head <hash>", "a hash written down earlier: is it still there?"], WRITING[1]],
    examples: ["lagline bets verify", "lagline bets verify --head 3fa2c0d1"],
    load: async () => (await import("../commands/bets/bets-verify.ts")).betsVerify,
  },
  {
    name: "bets export",
    says: "every record as it was written, as one JSON value",
    flags: [WRITING[1]],
    examples: ["lagline bets export > bets.json"],
    load: async () => (await import("../commands/bets/bets-export.ts")).betsExport,
  },
];
