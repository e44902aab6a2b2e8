/** A picture with its finding as title, the same values as a table, and both to take away. */
import type {ComponentChildren} from "preact";
import {useId, useState} from "preact/hooks";
import {firstScreen} from "../sections.ts";
import {csvOf, type PlainTable} from "./plain-table.ts";
import {PlainTableView} from "./plain-table-view.tsx";
import {pngOf, saveFile, textFile} from "./save-file.ts";

export interface FigureProps {
  /** Name of the files, without extension. */
  readonly name: string;
  /** The finding, in a sentence. */
  readonly title: string;
  /** Units, and how to read it. */
  readonly note?: ComponentChildren;
  readonly table: PlainTable;
  /** The picture as a standalone SVG; made when it is asked for. */
  readonly svg: () => string;
  /** True where the picture is itself a table of the same values. */
  readonly isTabular?: boolean;
  readonly children: ComponentChildren;
}

export function Figure({name, title, note, table, svg, isTabular = false, children}: FigureProps) {
  const [showsTable, setShowsTable] = useState(false);
  const [fault, setFault] = useState("");
  const titleId = useId();
  const file = `lagline-${name}-${firstScreen.about.asOf}`;
  const savePng = async () => {
    try {
      saveFile(`${file}.png`, await pngOf(svg()));
      setFault("");
    } catch (error) {
      setFault(`The PNG could not be made (${(error as Error).message}); the SVG can be.`);
    }
  };
  return (
    <figure class="figure" aria-labelledby={titleId}>
      <figcaption>
        <h2 id={titleId}>{title}</h2>
        {note && <p class="note">{note}</p>}
      </figcaption>
      <div class="picture">{children}</div>
      <div class="tools" role="group" aria-label={`Take away: ${title}`}>
        {!isTabular && (
          <button type="button" aria-expanded={showsTable} onClick={() => setShowsTable(!showsTable)}>
            Table
          </button>
        )}
        <button type="button" onClick={() => saveFile(`${file}.csv`, textFile(csvOf(table), "text/csv"))}>
          CSV
        </button>
        <button type="button" onClick={() => saveFile(`${file}.svg`, textFile(svg(), "image/svg+xml"))}>
          SVG
        </button>
        <button type="button" onClick={() => void savePng()}>
          PNG
        </button>
      </div>
      {fault && <p role="alert">{fault}</p>}
      {showsTable && <PlainTableView table={table} caption={title} />}
    </figure>
  );
}
