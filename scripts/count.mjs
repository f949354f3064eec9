/** Vitest's JSON report in, the one plain line a CI reads out: `N passed, N failed`. A failed check beside the tests counts as a failure. */
import { readFileSync } from 'node:fs'

const [, , path, checksFailed] = process.argv
let [passed, failed, skipped] = [0, 0, 0]
try {
  const report = JSON.parse(readFileSync(path, 'utf8'))
  passed = report.numPassedTests
  failed =
    report.numFailedTests +
    (report.testResults ?? []).filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length
  skipped = report.numPendingTests + report.numTodoTests
} catch {
  failed = 1
}
if (checksFailed === '1' && failed === 0) failed = 1
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
