/** A link out of the page to a source; an address that is not of the web stays text. */
import type {ComponentChildren} from "preact";

interface Props {
  readonly url: string | null;
  readonly children: ComponentChildren;
}

export const SourceLink = ({url, children}: Props) =>
  url !== null && /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noopener noreferrer external" target="_blank">
      {children}
    </a>
  ) : (
    <>{children}</>
  );
