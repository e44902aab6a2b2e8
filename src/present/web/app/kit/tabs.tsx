/** Pages within a view, each with an address of its own. */
import {hrefOf} from "../route.ts";

interface Props {
  readonly view: string;
  readonly current: string;
  readonly tabs: readonly (readonly [string, string])[];
}

export const Tabs = ({view, current, tabs}: Props) => (
  <nav class="tabs" aria-label="Within this view">
    <ul>
      {tabs.map(([id, title]) => (
        <li key={id}>
          <a href={hrefOf(view, [id])} aria-current={id === current ? "page" : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
