/** Numbers in the forecast's sentences, rounded as everywhere. */
export const numberWord = (value: number): string => value.toFixed(1).replace("-", "−");

/** Which side of closed a lag means. */
export const signOf = (lag: number): string => (lag < 0 ? "ahead of" : "behind");
