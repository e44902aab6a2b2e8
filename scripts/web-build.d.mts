/** True while every source of the last build stands unchanged and none was added. */
export function isBuilt(): boolean;
