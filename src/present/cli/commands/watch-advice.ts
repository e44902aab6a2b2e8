import {join} from "node:path";
import {readPortfolio} from "../../../advise/portfolio/read-portfolio.ts";
import {homeFolder} from "../../../cache/home-folder.ts";
import {addedWatch, sameWatch} from "../../../monitor/watch/added-watch.ts";
import {conditionText} from "../../../monitor/watch/condition.ts";
import {look} from "../../../monitor/watch/look.ts";
import {namesIn, sightFor} from "../../../monitor/watch/sight-for.ts";
import {triggerConditions} from "../../../monitor/watch/trigger-conditions.ts";
import {readWatchBook, writeWatchBook} from "../../../monitor/watch/watch-book.ts";
import {watchMethod} from "../../../monitor/watch/watch-method.ts";
import {heldLock} from "../../../store/held-lock.ts";
import {printable} from "../../plain-text.ts";
import {wrapped} from "../../terminal/display-width.ts";
import type {Command} from "../answer.ts";
import {adviceAsk} from "../portfolio-file.ts";
import {placesNamed} from "./watch-add.ts";

/** `lagline watch advice <portfolio>`: watches what the advice says would make one switch. */
export const watchAdvice: Command = async ({pipeline, options, effects, args, flags, world}) => {
  const places = placesNamed(flags.to);
  const ask = adviceAsk(args[0], world.env);
  const advice = await pipeline.adviceFor(options, ask, effects);
  const {workloads} = readPortfolio(ask.file, await pipeline.pricedCatalogFor(options));
  const report = await pipeline.reportFor(options, effects);
  const home = homeFolder(world.env);
  const sight = (await sightFor(report, {facts: options.facts, today: world.today, home}))([]);
  const {conditions, left} = triggerConditions(advice, workloads, namesIn(sight).labs);
  const release = heldLock(join(home, "watch.lock"), "change of the watches");
  try {
    let book = readWatchBook(home);
    const added: {id: string; text: string}[] = [];
    for (const condition of conditions) {
      if (sameWatch(book, condition)) continue;
      const text = conditionText(condition);
      const next = addedWatch(book, {
        text,
        condition,
        enter: watchMethod.enter.value,
        places,
        mine: [],
        seen: look(condition, sight),
        today: world.today,
      });
      book = next.book;
      added.push({id: next.watch.id, text});
    }
    if (added.length > 0) writeWatchBook(home, book);
    const answer = printable({added, watchedAlready: conditions.length - added.length, left});
    return {
      json: () => answer,
      lines: (page) => [
        ...answer.added.flatMap(({id, text}) => wrapped(`${id}: ${text}`, page.width, "    ", "  ")),
        ...(answer.added.length === 0 ? wrapped("Nothing new to watch.", page.width) : []),
        ...answer.left.flatMap(({says, why}) =>
          wrapped(`not watched: ${says} (${why})`, page.width, "    ", "  ").map(page.ink.quiet),
        ),
      ],
    };
  } finally {
    release();
  }
};
