/** Every arguable choice of the forces forecast: what is believed of each parameter before the record speaks, and why. */
import type {Choice} from "../../choice.ts";
import {between, type Distribution, mixture, normal, point, uniform} from "../../numeric/distribution.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

/** What is believed of one parameter before the record speaks. */
const prior = (value: Distribution, reason: string, alternatives: readonly string[]) =>
  choice(value, reason, alternatives);

export const forcesForecastMethod = {
  rule: choice("R55", "The published rule of the system and of how history updates it.", []),
  months: choice(36, "Three years: beyond, revenue growth of today says nothing.", ["24", "60"]),
  windowMonths: choice(
    24,
    "The record of the last two years updates pace and cadence: reasoning models changed both before it, and a shorter window holds a handful of open records.",
    ["18", "36"],
  ),
  candidatesPerWorld: choice(128, "Prior draws weighed against the record of each ability draw.", [
    "64",
    "512",
  ]),
  particlesPerWorld: choice(4, "Draws kept per ability draw: 2,000 in all for 500.", ["1", "16"]),

  closedRecordsPerYear: choice(
    {mean: 6, shape: 1.5},
    "Gamma prior of closed records a year at no stress, worth a quarter of a year of watching; three to five labs that release two to four times a year.",
    ["mean 3"],
  ),
  openRecordsPerYear: choice(
    {mean: 5, shape: 1.5},
    "As for closed: about as many labs, some of them slower.",
    ["mean 2.5"],
  ),
  recordSize: choice(
    {mean: 2, records: 2},
    "Inverse-gamma prior of the mean size of a record, points, worth two records. Sizes of both sides look exponential: of Weibull shapes, those near one fit best.",
    ["mean 4"],
  ),
  urgency: prior(
    between(0.1, 0.8),
    "β: by how much a point of unreleased progress raises the hazard of a record, on the log scale. A side five points ahead of what it has shown, half of a year's lag, is one and a half to fifty times likelier to release than one that has shown all.",
    ["0: records forget what came before"],
  ),
  paceDrift: prior(
    between(0.08, 0.5),
    "Standard deviation of the log of a side's own pace after a year. The closed pace changed two- to threefold once, when reasoning models came, in the five years of the index.",
    ["0: the pace of the window lasts"],
  ),
  labShareWeight: choice(
    3,
    "Pseudo-records spread over labs by how often each opens flagships (R37) and whether it still does: who never set a record may set the next.",
    ["1", "10"],
  ),
  followedShare: choice(
    0.007,
    "Labs expected to set fewer than so many of the open records are followed together, as others.",
    ["0.02", "0 (each on its own)"],
  ),
  otherLabShare: choice(0.1, "Share of those pseudo-records for labs that nobody tracks yet.", ["0", "0.3"]),
  closedPace: prior(
    between(4, 30),
    "Index points a year the best closed ability rises by; four published trend fits run from 8 to 20.",
    ["8 to 20"],
  ),
  ownPace: prior(
    uniform(0, 25),
    "Points a year open labs would gain by their own research without anything to follow: from nothing to more than the closed pace.",
    ["0 to 15"],
  ),
  coupling: prior(
    mixture([point(0), between(0.02, 0.5)], [0.2, 0.8]),
    "Share of the distance to the callable closed frontier closed per month. A fifth on none at all, for the record cannot tell (R39).",
    ["uniform from 0 to 0.8", "no chance of none"],
  ),
  copyingShare: prior(
    uniform(0, 1),
    "Share of the coupling that works through the closed models' API and could be cut off; the rest is common hardware, people and papers. Nothing in the record separates them. Zero where the delay is under two months, too short for copying (R39).",
    ["0 to 0.4, as those hold who give a full block one to two months"],
  ),

  spendPoints: prior(
    normal(1.2, 1.1),
    "Points per doubling of money, where the panel of R35 has no estimate of its own; never below zero.",
    ["0"],
  ),
  spendLagMonths: prior(uniform(0, 12), "Months from money to ability, not identified by R35.", [
    "a fixed 9",
  ]),
  growthHalfLifeMonths: prior(
    between(12, 60),
    "Months in which the yearly growth of closed labs' revenue and of investors' money halves. Large software companies halved theirs in one to four years.",
    ["no fading"],
  ),
  revenueGrowth: prior(
    normal(1.1, 0.5),
    "Log growth of closed labs' revenue a year where no figure is known: the prior of R31.",
    ["0.7"],
  ),
  investorGrowth: prior(
    normal(0.5, 0.4),
    "Log growth a year of the part of closed spending that investors and parents pay: capital spending of the largest four grew by half to two thirds a year.",
    ["0"],
  ),
  revenueShareOfSpend: prior(
    uniform(0.3, 0.8),
    "Share of closed labs' spending that revenue pays where neither is known.",
    ["0.5"],
  ),
  researchElasticity: prior(
    uniform(0.2, 0.8),
    "Elasticity of research progress to money spent on it: returns fall, but how fast is not agreed (Bloom et al. 2020 for whole fields; Besiroglu et al. 2024 near 0.5 for computer vision).",
    ["1"],
  ),
  budgetMonths: choice(12, "Labs spread a cut of their budget over a year.", ["1", "6"]),

  newLabMonths: choice(
    12,
    "Months from the first money of a new lab to its first releases: hiring, a cluster and a training run.",
    ["6", "18"],
  ),
  usualSpend: choice(
    1e9,
    "USD a year that a lab which sets open records spends, where no lab's money is known.",
    ["3e8"],
  ),

  troubleRunwayMonths: choice(
    6,
    "A lab with less than half a year of cash is in trouble: a round takes about that long to close.",
    ["3", "9"],
  ),
  responseMonths: prior(
    between(3, 9),
    "Months from funding trouble to its showing in releases, as those hold who expect it.",
    ["1 to 12"],
  ),
  troubleCadence: prior(uniform(0.3, 0.9), "Share of its releases a lab in trouble still makes.", ["1"]),
  troubleEffort: prior(uniform(0.4, 0.9), "Share of its research a lab in trouble still does.", ["1"]),
  withheldUsual: choice(
    {withheld: 1, opened: 6},
    "Beta prior of the chance that a flagship of a lab that opens weights stays closed, before the record of events speaks.",
    ["none"],
  ),
  withheldInTrouble: prior(
    uniform(0.2, 0.7),
    "The same for a lab in trouble. Licences were tightened, and flagships kept, by labs under pressure to earn; too few to estimate.",
    ["no change"],
  ),
  tighteningInTrouble: prior(uniform(1, 4), "Factor on the rate of licence tightening of a lab in trouble.", [
    "1",
  ]),
  exitWhenShort: prior(
    uniform(0.1, 0.5),
    "Chance that a lab whose cash is used up stops opening flagships for good; the others are rescued, sold or merged and go on under trouble.",
    ["1"],
  ),
  rescueMonths: prior(between(6, 18), "Months of burn a rescue brings.", ["12"]),

  banPerYear: choice(
    {mean: 0.06, shape: 1},
    "Gamma prior of a binding US limit on the public use of Chinese weights, a year. Markets gave 18 to 27% for the rest of 2026, careful judges less than a tenth.",
    ["0.2"],
  ),
  thresholdPerYear: choice(
    {mean: 0.1, shape: 1},
    "Gamma prior of a binding Chinese limit on releasing frontier weights, a year.",
    ["0.03", "0.3"],
  ),
  lawWatchedFrom: choice(
    "2025-01-01",
    "Calls for such limits have been followed since then; none took effect.",
    ["2023-11-01"],
  ),
  revenueLostToBan: prior(
    uniform(0.05, 0.4),
    "Share of a Chinese open lab's revenue that a US ban takes away.",
    ["0"],
  ),

  heldOutRatio: prior(
    between(0.9, 1.8),
    "Lag on held-out over lag on public tests today, where no estimate is given (R23 to R25).",
    ["1"],
  ),
  learningPerYear: prior(
    between(0.005, 0.1),
    "Log growth a year of that ratio from feedback that closed labs' products collect. A/B tests of online learning report effects of a few percent (R42); nothing measures its effect on robustness.",
    ["0"],
  ),
  catchUpPerYear: prior(
    uniform(0, 0.3),
    "Share of the ratio's excess over one that open models make up a year, as products on open weights learn too.",
    ["0"],
  ),

  priceLevels: choice(
    [150, 155, 160, 165] as readonly number[],
    "Abilities whose lowest price is followed: today's cheap, today's good, today's best closed, and the next.",
    ["every five points from 130"],
  ),
  launchPrice: prior(
    between(2, 50),
    "USD per Mtok at which an ability is first sold, three input tokens to one output token.",
    ["10"],
  ),
  declineNew: prior(
    between(0.9, 4),
    "Log fall a year of the lowest price of an ability just reached; R43 measured 2.5 to 3.5 for 145 to 155.",
    ["2.3 (tenfold a year)"],
  ),
  declineOld: prior(between(0.3, 1.2), "The same long after; R43 measured 0.3 to 1.1 for 130 and 140.", [
    "as for new ones",
  ]),
  declineFadeMonths: choice(12, "Months in which the fall goes half of the way from new to old.", [
    "6",
    "24",
  ]),
  priceNoise: choice(0.12, "Standard deviation of the log price a month beyond its fall.", ["0", "0.25"]),
  priceFloor: choice(0.02, "USD per Mtok below which no price falls: about the energy a small model needs.", [
    "0.001",
  ]),

  openOverClosed: choice(
    0.27,
    "Price of open models over closed ones of equal ability, the typical ratio that R43 measured in October 2026: closed prices set the lowest price once they have fallen below it.",
    ["1"],
  ),

  openShare: prior(uniform(0.3, 0.75), "Open share of router tokens today where none is known.", ["0.5"]),
  useAbility: prior(
    uniform(0.01, 0.08),
    "Log odds of open's share of use lost per point by which the gap grows. No study identifies it.",
    ["0"],
  ),
  usePrice: prior(
    between(0.04, 0.3),
    "Log odds of open's share gained per log unit by which open becomes cheaper against closed: a router's own study found 0.05 to 0.07 (10% cheaper, 0.5 to 0.7% more use).",
    ["1"],
  ),
  useNoise: choice(0.12, "Standard deviation of the log odds a month.", ["0"]),
  revenuePerShare: prior(
    uniform(0, 1),
    "Log growth a year of closed revenue lost per unit by which open's share of use has grown.",
    ["0"],
  ),
} as const;

type Method = typeof forcesForecastMethod;

/** The choices that are priors of a parameter. */
export type PriorName = {
  [Name in keyof Method]: Method[Name] extends Choice<Distribution, string> ? Name : never;
}[keyof Method];
