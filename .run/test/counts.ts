/** How many promises held, as each tool tells it. */
import { existsSync, readFileSync } from 'node:fs'

export interface Counts {
  readonly passed: number
  readonly failed: number
  /** Those that passed at the second try alone, by name. */
  readonly secondTries?: readonly string[]
}

/** Of many on a machine that others use as well, so few may be held up once. */
export const secondTriesMax = 2

/** Tests that passed do not hide that something else went wrong: an end without a failure is one. */
export function settle(counts: Counts | undefined, code: number): Counts {
  const { failed, ...others } = counts ?? { passed: 0, failed: 0 }
  return { ...others, failed: code !== 0 && failed === 0 ? 1 : failed }
}

/** The line that our own checks end with. */
export function countsOfLine(output: string): Counts | undefined {
  const found = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1)
  return found && { passed: Number(found[1]), failed: Number(found[2]) }
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    /** Held at the second try alone. */
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly unknown[]
  readonly suites?: readonly Suite[]
}

interface Suite {
  readonly specs: readonly Spec[]
  readonly suites?: readonly Suite[]
}

interface Spec {
  readonly title: string
  readonly file: string
  readonly tests: readonly { readonly status: string }[]
}

/**
 * What held only at the second try is told, and did not hold where that is more than chance; what
 * others kept from its turn never held.
 */
export function countsOfPlaywright(file: string): Counts | undefined {
  const report = readReport<PlaywrightReport>(file)
  if (!report) return undefined
  const { expected, unexpected, flaky, skipped } = report.stats
  const broken = unexpected + skipped + report.errors.length
  return flaky > secondTriesMax
    ? { passed: expected, failed: broken + flaky }
    : { passed: expected + flaky, failed: broken, secondTries: secondTriesIn(report.suites) }
}

function secondTriesIn(suites: readonly Suite[] = []): string[] {
  return suites.flatMap((suite) => [
    ...suite.specs.flatMap(({ title, file, tests }) =>
      tests.filter(({ status }) => status === 'flaky').map(() => `${file}: ${title}`),
    ),
    ...secondTriesIn(suite.suites),
  ])
}

export function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}
