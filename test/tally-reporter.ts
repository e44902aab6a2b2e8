import type {Reporter, TestModule} from "vitest/node";

/** Closes a run with one plain line, `N passed, N failed, N skipped`, that any log reader understands. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tally = {passed: 0, failed: 0, skipped: 0};
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const {state} = test.result();
        if (state !== "pending") tally[state] += 1;
      }
      if (module.state() === "failed" && [...module.children.allTests()].length === 0) tally.failed += 1;
    }
    console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
  }
}
