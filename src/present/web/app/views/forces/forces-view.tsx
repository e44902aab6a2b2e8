/** What moves the gap: who can pay, who copies, who regulates, who uses, at what price. */
import {route, Tabs, type ViewProps} from "../../kit.ts";
import {ChangesTab} from "./changes-tab.tsx";
import {CopyingTab} from "./copying-tab.tsx";
import {LabsTab} from "./labs-tab.tsx";
import {LawTab} from "./law-tab.tsx";
import {PricesTab} from "./prices-tab.tsx";
import {UseTab} from "./use-tab.tsx";

const TABS = [
  ["changes", "What changed"],
  ["labs", "Who can pay"],
  ["copying", "Copying"],
  ["law", "Law"],
  ["use", "Use"],
  ["prices", "Prices"],
] as const;

export default function ForcesView({report}: ViewProps<"forces">) {
  const [tab = "changes"] = route.value.path;
  const forces = report.forces!;
  return (
    <>
      <h1>Forces</h1>
      <p class="prose quiet">
        {forces.says} Seen from {forces.asOf}
        {forces.laterFacts > 0 ? `; ${forces.laterFacts} later rows are not used` : ""}.
      </p>
      <Tabs view="forces" current={tab} tabs={TABS} />
      {tab === "changes" && <ChangesTab changes={forces.changes} />}
      {tab === "labs" && <LabsTab forces={forces} />}
      {tab === "copying" && <CopyingTab copying={forces.copying} />}
      {tab === "law" && <LawTab law={forces.law} />}
      {tab === "use" && <UseTab use={forces.use} />}
      {tab === "prices" && <PricesTab prices={forces.prices} />}
    </>
  );
}
