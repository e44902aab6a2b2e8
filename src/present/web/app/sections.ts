/** The parts of the Report that have arrived, and how to ask for more. */
import {signal} from "@preact/signals";
import type {FirstScreenKey, SectionName, Sections} from "../report-sections.ts";
import {loadedScript} from "./loaded-script.ts";

/** What the page came with. */
export interface PageData {
  readonly first: Pick<Sections, FirstScreenKey>;
  /** Names of the parts that can be asked for. */
  readonly sections: readonly SectionName[];
}

const page = JSON.parse(document.getElementById("report")!.textContent) as PageData;
const arrived = signal<Partial<Sections>>(page.first);
const names = new Set<SectionName>([...page.sections, ...(Object.keys(page.first) as SectionName[])]);

/** Called by each data file as it arrives. */
export function section<Name extends SectionName>(name: Name, value: Sections[Name]): void {
  arrived.value = {...arrived.value, [name]: value};
}

export const hasSection = (name: SectionName): boolean => names.has(name);

export const firstScreen = page.first;

/** The parts asked for when all have arrived, else undefined. */
export function sectionsIfHere<Name extends SectionName>(
  wanted: readonly Name[],
): Pick<Sections, Name> | undefined {
  const {value} = arrived;
  return wanted.every((name) => value[name] !== undefined) ? (value as Pick<Sections, Name>) : undefined;
}

/** Asks for what has not arrived yet. */
export async function askForSections(wanted: readonly SectionName[]): Promise<void> {
  await Promise.all(
    wanted.filter((name) => arrived.value[name] === undefined).map((name) => loadedScript(`data/${name}.js`)),
  );
}
