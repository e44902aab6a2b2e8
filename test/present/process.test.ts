import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";

const script = fileURLToPath(new URL("broken-pipe.ts", import.meta.url));
const [major, minor] = process.versions.node.split(".").map(Number);
const runsTypeScript = major! > 22 || (major === 22 && minor! >= 18);

/** Needs a Node that runs TypeScript as it is, and signals as POSIX has them. */
describe.skipIf(!runsTypeScript || process.platform === "win32")("a running lagline", () => {
  it("ends quietly with 0 when its reader goes away", async () => {
    const child = spawn(process.execPath, [script], {stdio: ["ignore", "pipe", "pipe"]});
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => {
      err += String(chunk);
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({code, err}).toEqual({code: 0, err: ""});
  });

  it("ends with 130 on Ctrl-C", async () => {
    const child = spawn(process.execPath, [script, "slow"], {stdio: ["ignore", "pipe", "pipe"]});
    child.stderr.on("data", (chunk: Buffer) => {
      if (String(chunk).includes("working")) child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(130);
  });
});
