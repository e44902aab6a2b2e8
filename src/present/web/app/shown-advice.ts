/** The advice that the page shows, kept while the reader looks at other views: its numbers can be explained from anywhere. */
import {signal} from "@preact/signals";
import type {Advice} from "../../../advice-report.ts";

export const shownAdvice = signal<Advice | undefined>(undefined);
