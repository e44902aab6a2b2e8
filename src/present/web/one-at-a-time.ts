/** Work that takes a processor or a file to itself: each piece begins when the one before has ended, however it ended. */
export function oneAtATime(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const answer = before.then(work);
    before = answer.catch(() => undefined);
    return answer;
  };
}
