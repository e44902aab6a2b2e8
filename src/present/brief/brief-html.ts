/** A briefing as one HTML file: one to two printed pages, nothing loaded from elsewhere, nothing run. */
import type {Report} from "../../report.ts";
import {frontiersChart} from "../chart/frontiers-chart.ts";
import {escapedXml} from "../chart/svg-text.ts";
import {type Brief, READER_NAMES} from "./brief.ts";
import {foot} from "./brief-markdown.ts";
import type {SentenceSource} from "./sentence.ts";
import {chanceScale} from "./uncertainty-words.ts";

const STYLE = `
@page { size: A4; margin: 14mm 16mm; }
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 1.2rem; font: 15px/1.42 "Helvetica Neue", Helvetica, Arial, sans-serif; color: #23211d; background: #fffdf8; overflow-wrap: anywhere; }
h1, h2 { font-family: Charter, Georgia, "Times New Roman", serif; line-height: 1.2; }
h1 { font-size: 1.6rem; margin: 0 0 .2rem; }
h2 { font-size: 1.1rem; margin: 1.1rem 0 .3rem; break-after: avoid; }
p.about, footer { color: #6a655b; font-size: .82rem; margin: 0 0 .6rem; }
ul { margin: 0; padding-left: 1.1rem; }
li { margin: .18rem 0; break-inside: avoid; }
.source { color: #6a655b; font-size: .78rem; }
a { color: inherit; }
svg { display: block; width: 100%; height: auto; max-height: 21rem; margin: .4rem 0; break-inside: avoid; }
footer { margin-top: 1.2rem; border-top: 1px solid #e6e1d6; padding-top: .5rem; }
@media print { body { background: #fff; padding: 0; max-width: none; font-size: 9pt; line-height: 1.28; } h1 { font-size: 15pt; } h2 { font-size: 11pt; margin-top: .7rem; } svg { max-height: 13rem; } }
`;

/** @param report - the one the briefing was made from: its picture is shown */
export function briefHtml(brief: Brief, report: Report): string {
  const {title, reader, about, since, sections} = brief;
  const heading = `${title}: briefing for ${READER_NAMES[reader]}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedXml(heading)}, ${escapedXml(about.asOf)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapedXml(heading)}</h1>
<p class="about">As of ${escapedXml(about.asOf)}, looking back to ${escapedXml(since)}. ${escapedXml(foot(about))}</p>
${frontiersChart(report)}${sections
    .map(
      ({title: name, sentences}) => `<section>
<h2>${escapedXml(name)}</h2>
<ul>
${sentences.map(({text, source}) => `<li>${escapedXml(text)} ${sourceHtml(source)}</li>`).join("\n")}
</ul>
</section>`,
    )
    .join("\n")}
</main>
<footer>${escapedXml(chanceScale)} <code>lagline explain &lt;number&gt;</code> shows the rows and sources behind a number named in brackets.</footer>
</body>
</html>
`;
}

const sourceHtml = ({says, url}: SentenceSource): string =>
  url !== null && /^https?:\/\//i.test(url)
    ? `<span class="source">(<a href="${escapedXml(url)}" rel="noopener noreferrer">${escapedXml(says)}</a>)</span>`
    : `<span class="source">[${escapedXml(says)}]</span>`;
