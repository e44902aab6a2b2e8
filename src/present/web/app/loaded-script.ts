/** Classic scripts by name, each loaded once: the one way that works from a server and from a file share alike. */
const loading = new Map<string, Promise<void>>();

/** @returns when the script has run; rejects with a sentence when it cannot be loaded, and may then be asked again */
export function loadedScript(name: string): Promise<void> {
  const known = loading.get(name);
  if (known) return known;
  const script = document.createElement("script");
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => {
      loading.delete(name);
      script.remove();
      reject(
        new Error(`The file ${name} could not be loaded. Is lagline still serving, or was the folder moved?`),
      );
    };
  });
  loading.set(name, loaded);
  script.src = name;
  document.head.append(script);
  return loaded;
}
