/**
 * The page: everything below `lagline` on the global object is what view and data scripts, loaded later, find there.
 * `plot` and `views` are filled by their own scripts; see scripts/web-build.mjs.
 */
import * as signals from "@preact/signals";
import * as preact from "preact";
import * as hooks from "preact/hooks";
import * as jsx from "preact/jsx-runtime";
import {Frame} from "./frame.tsx";
import * as kit from "./kit.ts";
import {section} from "./sections.ts";
import "./style/page.css";
import "./style/figure.css";
import "./style/views.css";
import "./style/what-if.css";
import "./style/print.css";

export {hooks, jsx, kit, preact, section, signals};

const place = document.getElementById("page")!;
place.replaceChildren();
preact.render(<Frame />, place);
