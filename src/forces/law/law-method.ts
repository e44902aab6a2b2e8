/** The arguable choices of the law tables. */
export const lawMethod = {
  /** Stands beside every result. */
  notice: {
    value:
      "Decision support, not legal advice: measures are restated from the sources named and may have changed.",
    reason:
      "The tables restate public sources in a few words; whether a duty binds a company is a lawyer's question.",
    alternatives: [],
  },
  knownBy: {
    value: "publication",
    reason:
      "A row is seen from the publication of its page, because its words may carry what only that page knew. Laws older than their page are therefore missing from early views; they are counted and named.",
    alternatives: ["the day the measure happened"],
  },
  futureDatedRows: {
    value: "shown",
    reason: "A deadline already enacted is known before it binds; it is shown as not yet in force.",
    alternatives: ["hidden until its day"],
  },
  modifierDuties: {
    value: "may apply",
    reason:
      "Fine-tuning can turn a deployer into a provider of the changed model; the facts do not say from which size of change.",
    alternatives: ["never", "always"],
  },
} as const;
