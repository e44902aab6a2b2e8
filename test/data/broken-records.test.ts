import {describe} from "vitest";
import {added, type Broken, eachIsTold, replaced, tiny} from "./broken-facts.ts";
import {model} from "./fixtures.ts";

const second = model({id: "alpha-3"});

const broken: readonly Broken[] = [
  [
    "a file name that is not the id",
    {"models/alpha/alpha-x.yaml": second},
    /^conflicting file name: models\/alpha\/alpha-x.yaml; models\/alpha\/alpha-3.yaml was expected/,
    "models/alpha/alpha-x.yaml",
    9,
  ],
  [
    "a model in the folder of another lab",
    {"models/beta/alpha-3.yaml": second},
    /^conflicting file name: models\/beta\/alpha-3.yaml;/,
    "models/beta/alpha-3.yaml",
    9,
  ],
  [
    "one id in two files",
    {"models/beta/alpha-1.yaml": model({id: "alpha-1", lab: "beta"})},
    /^duplicate model: alpha-1; an id not yet used in models\/alpha\/alpha-1.yaml/,
    "models/beta/alpha-1.yaml",
    9,
  ],
  [
    "one alias under two ids",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3"}, "aliases:\n  - Alpha 2 latest\n")},
    /^duplicate alias: Alpha 2 latest of alpha-3; an alias not yet used by alpha-2/,
    "models/alpha/alpha-3.yaml",
    1,
  ],
  [
    "an alias that is another model's id",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3"}, "aliases:\n  - beta_1\n")},
    /^duplicate alias: beta_1 of alpha-3; an alias not yet used by beta-1/,
    "models/alpha/alpha-3.yaml",
    1,
  ],
  [
    "one name at one lab under two ids",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", name: "Model-Alpha 1"})},
    /^duplicate name: Model-Alpha 1 of alpha-3; a name not yet used by alpha-1/,
    "models/alpha/alpha-3.yaml",
    1,
  ],
  [
    "weights before the announcement",
    {
      "models/alpha/alpha-3.yaml": model({
        id: "alpha-3",
        openness: "open",
        announced: "2025-05-02",
        weights_date: "2025-05-01",
      }),
    },
    /^conflicting weights_date: 2025-05-01; a day no earlier than the announcement 2025-05-02/,
    "models/alpha/alpha-3.yaml",
    11,
  ],
  [
    "availability before the announcement",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", announced: "2025-05-02", available: "2025-04"})},
    /^conflicting available: 2025-04; a day no earlier than the announcement/,
    "models/alpha/alpha-3.yaml",
    11,
  ],
  [
    "closed weights with a weights date",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", weights_date: "2025-05-01"})},
    /^conflicting openness: closed; open was expected, because weights_date says 2025-05-01/,
    "models/alpha/alpha-3.yaml",
    10,
  ],
  [
    "more active parameters than parameters",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", params_b: "7", active_params_b: "70"})},
    /^conflicting active_params_b: 70;/,
    "models/alpha/alpha-3.yaml",
    11,
  ],
  [
    "an unknown lab",
    {"models/alph/alpha-3.yaml": model({id: "alpha-3", lab: "alph"})},
    /^unknown lab: alph; an id in labs.csv was expected, did you mean alpha\?/,
    "models/alph/alpha-3.yaml",
    2,
  ],
  [
    "an unknown kind of openness",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", openness: "opened"})},
    /^unknown openness: opened; one of open, closed, unknown was expected, did you mean open\?/,
    "models/alpha/alpha-3.yaml",
    4,
  ],
  [
    "an unknown field",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", weight_date: "2025-01-01"})},
    /^unknown field weight_date: 2025-01-01; one of .* was expected, did you mean weights_date\?/,
    "models/alpha/alpha-3.yaml",
    10,
  ],
  [
    "a missing field",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", openness: ""})},
    /^missing openness: nothing; one of open, closed, unknown was expected/,
    "models/alpha/alpha-3.yaml",
    1,
  ],
  [
    "a model without a source",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", source: ""})},
    /^missing source: nothing;/,
    "models/alpha/alpha-3.yaml",
    1,
  ],
  [
    "a model without a licence for its facts",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", licence: ""})},
    /^missing licence: nothing;/,
    "models/alpha/alpha-3.yaml",
    1,
  ],
  [
    "an alias that is no text",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3"}, "aliases:\n  - [a, b]\n")},
    /^invalid aliases.0: \["a","b"\];/,
    "models/alpha/alpha-3.yaml",
    11,
  ],
  [
    "aliases that are no list",
    {"models/alpha/alpha-3.yaml": model({id: "alpha-3", aliases: "many"})},
    /^invalid aliases: many; a list was expected/,
    "models/alpha/alpha-3.yaml",
    10,
  ],
  [
    "a dispute without a reason",
    {
      "models/alpha/alpha-3.yaml": model(
        {id: "alpha-3"},
        "disputes:\n  - field: openness\n    claim: open\n    source: board\n",
      ),
    },
    /^missing disputes.0.why: nothing;/,
    "models/alpha/alpha-3.yaml",
    11,
  ],
  [
    "a dispute about an unknown field",
    {
      "models/alpha/alpha-3.yaml": model(
        {id: "alpha-3"},
        "disputes:\n  - field: weights\n    claim: open\n    source: board\n    why: x\n",
      ),
    },
    /^unknown disputes.0.field: weights; one of /,
    "models/alpha/alpha-3.yaml",
    11,
  ],
  [
    "a field source that is unknown",
    {
      "models/alpha/alpha-3.yaml": model(
        {id: "alpha-3"},
        "field_sources:\n  - fields: [available]\n    basis: stated\n    source: bord\n",
      ),
    },
    /^unknown source: bord; .*did you mean board\?/,
    "models/alpha/alpha-3.yaml",
    10,
  ],
  [
    "the source of a field there is not",
    {
      "models/alpha/alpha-3.yaml": model(
        {id: "alpha-3"},
        "field_sources:\n  - fields: [availible]\n    basis: stated\n    source: board\n",
      ),
    },
    /^unknown field_sources.0.fields.0: availible; one of name, lab.*did you mean available/,
    "models/alpha/alpha-3.yaml",
    11,
  ],
  [
    "a field given twice",
    {"models/alpha/alpha-3.yaml": `${second}name: again\n`},
    /^invalid record: .*unique/,
    "models/alpha/alpha-3.yaml",
    10,
  ],
  [
    "a record that is no map",
    {"models/alpha/alpha-3.yaml": "- a\n- b\n"},
    /^invalid record: .*; fields as `name: value` were expected/,
    "models/alpha/alpha-3.yaml",
    1,
  ],
  [
    "a benchmark whose guessing beats its ceiling",
    replaced("benchmarks/quiz.yaml", "chance: 0.25", "chance: 1"),
    /^conflicting chance: 1; less than the ceiling 1/,
    "benchmarks/quiz.yaml",
    6,
  ],
  [
    "an unknown domain",
    replaced("benchmarks/quiz.yaml", "knowledge", "knowlege"),
    /^unknown domain: knowlege; one of .*did you mean knowledge\?/,
    "benchmarks/quiz.yaml",
    4,
  ],
  [
    "a benchmark file with another name",
    {"benchmarks/quizz.yaml": tiny["benchmarks/quiz.yaml"]},
    /^conflicting file name: benchmarks\/quizz.yaml;/,
    "benchmarks/quizz.yaml",
    1,
  ],

  [
    "a repeated source",
    added("sources.csv", "board,B,,own,yes,B,,2026-06-01"),
    /^duplicate source: board;/,
    "sources.csv",
    4,
  ],
  [
    "a repeated lab",
    added("labs.csv", "alpha,Alpha,US,own-notes,own,2026-06-01"),
    /^duplicate lab: alpha;/,
    "labs.csv",
    4,
  ],
  [
    "a country that is no code",
    added("labs.csv", "gamma,Gamma,usa,own-notes,own,2026-06-01"),
    /^invalid country: usa; an ISO 3166 country code/,
    "labs.csv",
    4,
  ],
  [
    "a source under an unknown licence",
    added("sources.csv", "other,B,,CC-BY,yes,B,,2026-06-01"),
    /^unknown licence: CC-BY;/,
    "sources.csv",
    4,
  ],
  ["a missing table", {"labs.csv": undefined}, /^missing table: labs.csv;/, "labs.csv", undefined],
  [
    "a misspelt folder",
    {"result/board.csv": tiny["results/board.csv"]},
    /^unknown fact file: result\/board.csv; .*did you mean results\?/,
    "result/board.csv",
    undefined,
  ],
];

describe("a broken record is told by sentence, file and row:", () => {
  eachIsTold(broken);
});
