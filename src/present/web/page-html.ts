/**
 * The page itself: it says the sentence, the number and shows the picture before any script runs, and carries what the
 * first screen needs, so that nothing has to be asked for before it can be read.
 */
import type {Report} from "../../report.ts";
import {escapedXml} from "../chart/svg-text.ts";
import {quantityText} from "../quantity-text.ts";
import {firstScreenOf, type SectionName} from "./report-sections.ts";

/**
 * @param sections - names of the parts that can be asked for
 * @param policy - content policy for a page that no server sends with headers
 */
export function pageHtml(report: Report, sections: readonly SectionName[], policy?: string): string {
  const {headline, about} = report;
  const data = JSON.stringify({first: firstScreenOf(report), sections}).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${policy === undefined ? "" : `<meta http-equiv="Content-Security-Policy" content="${escapedXml(policy)}">\n`}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapedXml(headline.sentence)}">
<meta name="referrer" content="no-referrer">
<title>lagline</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="app.css">
<script type="application/json" id="report">${data}</script>
<script src="app.js" defer></script>
</head>
<body>
<div id="page">
<main class="opening">
<h1 class="sentence">${escapedXml(headline.sentence)}</h1>
<p>${escapedXml(headline.lag.label)}: ${escapedXml(quantityText(headline.lag))}. As of ${escapedXml(about.asOf)}.</p>
<noscript><p><img src="frontiers.svg" alt="${escapedXml(headline.sentence)}"></p><p>The views need JavaScript, which runs only on this machine; <a href="report.json">report.json</a> holds the same numbers.</p></noscript>
</main>
</div>
</body>
</html>
`;
}
