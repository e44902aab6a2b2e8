/** A view's component, loaded with Plot and the parts of the Report it reads. */
import {loadedScript} from "./loaded-script.ts";
import {askForSections, hasSection} from "./sections.ts";
import type {ViewComponent, ViewEntry} from "./view-list.ts";

declare global {
  var lagline: {views: Record<string, ViewComponent | undefined>};
}

const components = new Map<string, ViewComponent>();

export const isOffered = ({reads}: ViewEntry): boolean => reads.every(hasSection);

/** The component when it has been loaded before. */
export const viewIfHere = (id: string): ViewComponent | undefined => components.get(id);

/** @throws Error with a sentence when a file cannot be loaded */
export async function loadView({id, reads, mayRead = []}: ViewEntry): Promise<void> {
  await Promise.all([
    loadedScript("plot.js").then(() => loadedScript(`view-${id}.js`)),
    askForSections([...reads, ...mayRead.filter(hasSection)]),
  ]);
  const component = globalThis.lagline.views[id];
  if (!component) throw new Error(`The file view-${id}.js holds no view.`);
  components.set(id, component);
}
