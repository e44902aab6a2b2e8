/** A real Chromium from npm: x64 Linux only. */
import chromium from "@sparticuz/chromium";
import {type Browser, chromium as driver} from "playwright-core";

/** Why there is no browser here; undefined where there is one. */
export const noBrowser: string | undefined =
  process.platform === "linux" && process.arch === "x64"
    ? undefined
    : `the browser that comes with the packages runs on x64 Linux only, this is ${process.platform} ${process.arch}`;

export const launched = async (): Promise<Browser> =>
  driver.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-zygote", "--disable-gpu"],
    headless: true,
  });
