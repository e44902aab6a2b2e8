/** The parameters of the forces forecast, in the order of their columns, with the name and unit people read. */

export const PARAMETERS = {
  closedPace: "closed pace, points a year",
  closedRate: "closed records a year at no stress",
  closedUrgency: "urgency of closed releases, per point",
  closedSize: "mean size of a closed record, points",
  openRate: "open records a year at no stress",
  openUrgency: "urgency of open releases, per point",
  openSize: "mean size of an open record, points",
  paceDrift: "drift of a side's own pace, log units a year",
  ownPace: "open labs' own research, points a year",
  coupling: "share of the distance to closed that open closes a month",
  delay: "delay with which open follows closed, months",
  copyingShare: "share of that following which works through APIs",
  spendPoints: "points per doubling of money",
  spendLag: "months from money to ability",
  growthHalfLife: "months in which growth of money halves",
  revenueGrowth: "growth of closed revenue, log units a year",
  investorGrowth: "growth of investors' money, log units a year",
  revenueShareOfSpend: "share of closed spending that revenue pays",
  researchElasticity: "elasticity of research to money",
  responseMonths: "months from funding trouble to its showing in releases",
  troubleCadence: "share of its releases a lab in trouble makes",
  troubleEffort: "share of its research a lab in trouble does",
  withheldUsual: "chance that a flagship is kept closed",
  withheldInTrouble: "the same for a lab in trouble",
  tighteningInTrouble: "factor on licence tightening in trouble",
  exitWhenShort: "chance that a lab out of money stops opening",
  rescueMonths: "months of burn a rescue brings",
  banPerYear: "chance a year of a US ban on Chinese weights",
  thresholdPerYear: "chance a year of a Chinese release threshold",
  revenueLostToBan: "share of revenue a US ban takes from a Chinese lab",
  heldOutRatio: "held-out over public lag today",
  learningPerYear: "growth of that ratio by closed labs' feedback, a year",
  catchUpPerYear: "share of its excess that open makes up a year",
  launchPrice: "price at which an ability is first sold, USD per Mtok",
  declineNew: "fall of a new ability's price, log units a year",
  declineOld: "fall of an old ability's price, log units a year",
  openShare: "open share of router tokens today",
  useAbility: "log odds of open's use lost per point of gap",
  usePrice: "log odds of open's use gained per log unit of price",
  revenuePerShare: "closed revenue growth lost per unit of open use",
} as const;

export type Parameter = keyof typeof PARAMETERS;
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as Parameter[];

/** Column of each parameter in a particle's row. */
export const COLUMN = Object.fromEntries(PARAMETER_NAMES.map((name, i) => [name, i])) as Readonly<
  Record<Parameter, number>
>;
export const COLUMNS = PARAMETER_NAMES.length;

/** A parameter of one particle [particles x COLUMNS]. */
export const parameterOf = (values: Float64Array, particle: number, name: Parameter): number =>
  values[particle * COLUMNS + COLUMN[name]];
