/** Inks, sizes and fonts of the pictures: quiet paper of its own, so that they read the same on a dark page. */
export const chartStyle = {
  /** Width in pixels: what a README shows without scaling. */
  width: 820,
  margin: 28,
  paper: "#fffdf8",
  text: "#23211d",
  quiet: "#6f6a60",
  rule: "#e6e1d6",
  /** Blue and orange of like lightness: apart for every kind of colour vision. */
  closed: "#2f6299",
  open: "#bf5b12",
  /** What is neither open nor closed: lagline's own figures, a second instrument, other people's figures. */
  own: "#3a362f",
  second: "#7a559f",
  neutral: "#8b857a",
  serif: "Georgia, 'Times New Roman', serif",
  sans: "'Helvetica Neue', Helvetica, Arial, sans-serif",
  size: {title: 19, subtitle: 12.5, label: 11.5, source: 10.5},
} as const;

export const SIDE_INK = {closed: chartStyle.closed, open: chartStyle.open} as const;
