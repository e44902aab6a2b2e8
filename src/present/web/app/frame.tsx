/** What stands around every view: name, menu, what it all rests on, and the panel that explains a number. */
import {useEffect, useRef, useState} from "preact/hooks";
import {isOffered, loadView, viewIfHere} from "./loaded-view.ts";
import {choose, hrefHere, hrefOf, route, START_VIEW} from "./route.ts";
import {firstScreen, sectionsIfHere} from "./sections.ts";
import {EXPLAIN, type ViewEntry, VIEWS} from "./view-list.ts";

export function Frame() {
  const {view: wanted, path, params} = route.value;
  const offered = VIEWS.filter(isOffered);
  const entry = offered.find(({id}) => id === wanted);
  const explained = params.get("explain");
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const {about} = firstScreen;

  useEffect(() => {
    document.title = `${entry && entry.id !== START_VIEW ? `${entry.title} · ` : ""}lagline`;
    if (!isFirst.current) {
      scrollTo(0, 0);
      main.current?.focus();
    }
    isFirst.current = false;
  }, [wanted, path.join("/")]);

  return (
    <>
      <header class="masthead">
        <a
          class="skip"
          href={hrefHere({})}
          onClick={(event) => (event.preventDefault(), main.current?.focus())}
        >
          Skip to the content
        </a>
        <a class="name" href={hrefOf(START_VIEW)}>
          lagline
        </a>
        <nav aria-label="Views">
          <ul>
            {offered
              .filter(({within}) => within === undefined)
              .map(({id, title}) => (
                <li key={id}>
                  <a
                    href={hrefOf(id)}
                    aria-current={id === wanted ? "page" : id === entry?.within ? "true" : undefined}
                  >
                    {title}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
        <p class="as-of">
          as of <time dateTime={about.asOf}>{about.asOf}</time>
        </p>
      </header>
      <main ref={main} tabIndex={-1} id="content" data-page={[wanted, ...path].join("/")}>
        {entry ? <Loaded key={entry.id} entry={entry} /> : <NotHere wanted={wanted} />}
      </main>
      <footer class="colophon">
        <p>
          As of {about.asOf}; facts <code>{about.vintage}</code>, method <code>{about.method}</code>, clock:{" "}
          {about.dates}, instrument: {about.instrument}, {about.draws} draws, seed {about.seed}.{" "}
          {about.models} models, {about.benchmarks} benchmarks, {about.results.toLocaleString("en-US")}{" "}
          results. lagline {about.version}.
        </p>
        <p>Every number leads to where it comes from. Nothing on this page is sent anywhere.</p>
      </footer>
      {explained !== undefined && isOffered(EXPLAIN) && <ExplainPanel id={explained} />}
    </>
  );
}

const NotHere = ({wanted}: {readonly wanted: string}) => (
  <section class="prose">
    <h1>There is no view named {wanted.slice(0, 60)}</h1>
    <p>
      It may need facts that this report does not hold. <a href={hrefOf(START_VIEW)}>Start again</a>.
    </p>
  </section>
);

/** A view as soon as its code and its parts of the Report are here. */
export function Loaded({entry}: {readonly entry: ViewEntry}) {
  const [state, setState] = useState<"waiting" | "here" | string>("waiting");
  useEffect(() => {
    let isCurrent = true;
    loadView(entry).then(
      () => isCurrent && setState("here"),
      (error: Error) => isCurrent && setState(error.message),
    );
    return () => {
      isCurrent = false;
    };
  }, [entry]);
  const View = state === "here" ? viewIfHere(entry.id) : undefined;
  const report = sectionsIfHere(entry.reads);
  if (View && report) return <View report={report as never} />;
  if (state === "waiting" || state === "here")
    return entry.id === START_VIEW ? <Opening /> : <p class="waiting">Loading …</p>;
  return (
    <p role="alert" class="prose">
      {state}
    </p>
  );
}

/** What the page said before any script ran, so that nothing jumps while the first view loads. */
const Opening = () => (
  <div class="opening">
    <h1 class="sentence">{firstScreen.headline.sentence}</h1>
  </div>
);

function ExplainPanel({id}: {readonly id: string}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const returnTo = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (returnTo instanceof HTMLElement) returnTo.focus();
    };
  }, []);
  const close = () => choose({explain: undefined});
  return (
    <dialog
      ref={dialog}
      class="explain"
      aria-label="Where the number comes from"
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <form method="dialog" class="close">
        <button type="submit">Close</button>
      </form>
      <div key={id} class="inside">
        <Loaded entry={EXPLAIN} />
      </div>
    </dialog>
  );
}
