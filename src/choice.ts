/**
 * One choice that can be argued with: what is used, why, and what else somebody might defend.
 *
 * @typeParam Alternative - values like `value`, or words where an alternative is another procedure
 */
export interface Choice<Value, Alternative = Value> {
  readonly value: Value;
  readonly reason: string;
  readonly alternatives: readonly Alternative[];
}
