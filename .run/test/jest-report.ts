/** What Jest tells of a run, and of a second one of those files alone in which few tests failed. */
import { relative } from 'node:path'
import type { CommandEnd } from '../command.ts'
import { root } from '../places.ts'
import { secondTriesMax, type Counts } from './counts.ts'

export interface JestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numRuntimeErrorTestSuites: number
  readonly testResults: readonly FileResult[]
}

interface FileResult {
  /** Its path. */
  readonly name: string
  readonly status: string
  readonly assertionResults: readonly TestResult[]
}

interface TestResult {
  readonly fullName: string
  readonly status: string
  readonly failureMessages: readonly string[]
}

/** A file that could not be run counts as one failure, for nobody knows what it held. */
export function countsOfJest(report: JestReport): Counts {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  }
}

/**
 * The files that get a second try; none where more failed than chance explains. What a random search
 * found was found: another search would only miss it. Nor is there one where something went wrong beside
 * the tests, in a file that broke off or in the run: tests that hold alone would hide it.
 */
export function toTryAgain(
  report: JestReport,
  { fault }: Pick<CommandEnd, 'fault'>,
): readonly string[] {
  const files = failedFiles(report)
  const wasFound = files.some((file) => failedIn(file).some(isCounterexample))
  const isBeside = fault !== undefined || files.some((file) => failedIn(file).length === 0)
  const { failed } = countsOfJest(report)
  return failed > secondTriesMax || wasFound || isBeside ? [] : files.map(({ name }) => place(name))
}

/** All of these files have to hold now; else what the first run told stays so. */
export function atSecondTry(first: JestReport, second: JestReport | undefined): Counts {
  const files = failedFiles(first)
  const anew = files.map(({ name }) => second?.testResults.find((file) => file.name === name))
  const hold = files.every((file, at) => holdsNow(file, anew[at]))
  if (!hold) return countsOfJest(first)
  const { numPassedTests } = first
  return {
    passed: numPassedTests - passedIn(files) + passedIn(anew),
    failed: 0,
    secondTries: files.flatMap(namesIn),
  }
}

const failedFiles = (report: JestReport) =>
  report.testResults.filter(({ status }) => status === 'failed')

const failedIn = (file: FileResult) =>
  file.assertionResults.filter(({ status }) => status === 'failed')

const isCounterexample = ({ failureMessages }: TestResult) =>
  failureMessages.some((message) => message.includes('Property failed after'))

/** What failed has to have passed: what was left out this time did not. */
function holdsNow(file: FileResult, anew: FileResult | undefined): boolean {
  if (!anew || anew.status === 'failed') return false
  const passed = anew.assertionResults.filter(({ status }) => status === 'passed')
  const names = new Set(passed.map(({ fullName }) => fullName))
  return names.size > 0 && failedIn(file).every(({ fullName }) => names.has(fullName))
}

const passedIn = (files: readonly (FileResult | undefined)[]) =>
  files.flatMap((file) => file?.assertionResults ?? []).filter(({ status }) => status === 'passed')
    .length

const namesIn = (file: FileResult) =>
  failedIn(file).map(({ fullName }) => `${place(file.name)}: ${fullName}`)

const place = (path: string) => relative(root, path)
