/** Random streams named by lab, so that adding or reordering labs changes no other lab's numbers. */
import {type Random, stream} from "../../numeric/random.ts";

/** What the numbers are for; part of the stream's name. */
export const PURPOSE = {
  revenue: 1,
  footing: 2,
  burn: 3,
  growth: 4,
  cash: 5,
  raising: 6,
  valuation: 7,
  commitments: 8,
  breakEven: 9,
  spend: 10,
  backtest: 11,
  rounds: 12,
} as const;

export const labStream = (seed: number, purpose: number, lab: string): Random =>
  stream(seed, 0x6d6f6e, purpose, nameKey(lab));

/** FNV-1a, 32 bits, of the UTF-16 units of a name: a number that depends on nothing else. */
export function nameKey(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
