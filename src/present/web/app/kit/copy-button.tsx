/** Puts a text on the reader's clipboard; where the browser does not allow that, shows it. */
import {useState} from "preact/hooks";

interface Props {
  readonly text: string;
  readonly children: string;
}

export function CopyButton({text, children}: Props) {
  const [state, setState] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState("Copied.");
    } catch {
      setState(text);
    }
  };
  return (
    <p class="copy">
      <button type="button" onClick={() => void copy()}>
        {children}
      </button>{" "}
      <span role="status">{state}</span>
    </p>
  );
}
