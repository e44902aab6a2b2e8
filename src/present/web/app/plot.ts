/** What the views draw with, as a script of its own. A mark that a view imports must be named here; a test checks it. */
export {
  areaY,
  axisX,
  axisY,
  dot,
  gridX,
  gridY,
  line,
  lineY,
  plot,
  rectY,
  ruleX,
  ruleY,
  text,
} from "@observablehq/plot";
