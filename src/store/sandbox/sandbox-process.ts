/**
 * The inside of the sandbox: a process of its own that gets tables and one statement, and answers with rows.
 *
 * DuckDB's memory limit does not cover what a single function builds (`repeat('x', 1000000000)`), and such a function
 * does not hear an interrupt. So this process watches its own size and ends itself; its parent watches the clock.
 */
import {
  sandboxAnswer,
  type SandboxMessage,
  type SandboxQuestion,
  type SandboxReply,
} from "./sandbox-answer.ts";

const WATCH_MS = 10;
const MEGABYTE = 1_000_000;

/** Answers and ends at once, whatever DuckDB's threads are doing. */
function reply(message: SandboxReply): void {
  process.send!(message, () => process.exit(0));
}

function watchSize(most: number): void {
  const start = process.memoryUsage.rss();
  setInterval(() => {
    if (process.memoryUsage.rss() - start > most * MEGABYTE) reply({kind: "too-large"});
  }, WATCH_MS);
}

process.once("message", (question: SandboxQuestion) => {
  const onReady = (): void => {
    process.send!({kind: "ready"} satisfies SandboxMessage);
    watchSize(question.growth);
  };
  sandboxAnswer(question, onReady).then(reply, (error: Error) =>
    reply({kind: "refused", message: error.message}),
  );
});
process.once("disconnect", () => process.exit(0));
