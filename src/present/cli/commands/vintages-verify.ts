import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {shortName} from "../../../store/vintage-record.ts";
import {vintageStore} from "../../../store/vintage-store.ts";
import {plainText} from "../../plain-text.ts";
import {counted} from "../../quantity-text.ts";
import {wrapped} from "../../terminal/display-width.ts";
import type {Command} from "../answer.ts";

const DAMAGED = 10;

/** `lagline vintages verify`: reads every kept byte again. */
export const vintagesVerify: Command = async ({world, effects}) => {
  const store = vintageStore(homeFolder(world.env));
  const {records, damaged: unread} = store.list();
  const damaged: {vintage: string; why: string}[] = unread.map((name) => ({
    vintage: name.replace(/\.json$/, ""),
    why: "its record cannot be read",
  }));
  for (const [done, record] of records.entries()) {
    effects.progress("verifying vintages", done, records.length);
    try {
      store.files(record);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      damaged.push({vintage: shortName(record), why: error.message});
    }
  }
  const whole = records.length + unread.length - damaged.length;
  return {
    json: () => ({whole, damaged}),
    lines: (page) => [
      ...wrapped(`${counted(whole, "vintage")} whole, ${damaged.length} damaged.`, page.width),
      ...damaged.flatMap(({vintage, why}) =>
        wrapped(plainText(`${vintage}: ${why}`), page.width, "    ", "  "),
      ),
    ],
    ...(damaged.length > 0 ? {exitCode: DAMAGED} : {}),
  };
};
