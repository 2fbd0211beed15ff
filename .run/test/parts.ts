/** The parts of `npm test`, each with a bound on its time. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../build.ts'
import { productParts, storybookPart } from '../build/parts.ts'
import { ensureChromium } from '../chromium.ts'
import { runCommand, type CommandEnd, type CommandOptions } from '../command.ts'
import { buildDir } from '../places.ts'
import { countsOfLine, countsOfPlaywright, readReport, settle, type Counts } from './counts.ts'
import { atSecondTry, countsOfJest, toTryAgain, type JestReport } from './jest-report.ts'

export interface Part {
  readonly name: string
  run(): Promise<Counts>
}

const minutes = (count: number): number => count * 60_000

/** Format, lint, types, boundaries. */
const check: Part = {
  name: 'check',
  run: async () => {
    const end = await runCommand(['node', '.run/check.ts'], { limitMs: minutes(3) })
    return told(end, countsOfLine(end.output))
  },
}

type Env = Readonly<Record<string, string>>

/** Units, components, and the API on a real PostgreSQL; files in which few tests failed get a second try. */
const jest = (limitMs: number, env: Env = {}): Part => ({
  name: 'jest',
  run: async () => {
    // Each of them waits for much: for PostgreSQL, for a server to start, for a second to pass.
    const first = await runJest(['--maxWorkers=4'], { env, limitMs })
    if (!first.report) return told(first.end, undefined)
    const again = toTryAgain(first.report, first.end)
    if (again.length === 0) return told(first.end, countsOfJest(first.report))
    console.log(`\nonce more, alone: ${again.join(', ')}`)
    const second = await runJest(['--runInBand', '--runTestsByPath', ...again], { env, limitMs })
    return told(second.end, atSecondTry(first.report, second.report))
  },
})

async function runJest(
  args: readonly string[],
  options: CommandOptions,
): Promise<{ readonly end: CommandEnd; readonly report: JestReport | undefined }> {
  const file = reportFile('jest')
  const end = await runCommand(
    [
      'node',
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      // Tests make much that is soon gone: with more room for it half as often something is swept.
      '--max-semi-space-size=32',
      'node_modules/jest/bin/jest.js',
      '--config=.jest.config.cjs',
      '--json',
      `--outputFile=${file}`,
      ...args,
    ],
    options,
  )
  return { end, report: readReport<JestReport>(file) }
}

/** Every story in both themes, with axe. */
const stories: Part = {
  name: 'stories',
  run: async () => {
    const shown = [storybookPart()]
    // It leaves a core free, on which the product is built meanwhile for the journeys; a fault there is theirs.
    await build({ parts: [...shown, ...productParts()] }).catch(() => build({ parts: shown }))
    return playwright('stories', 'storybook/playwright.config.ts', minutes(12))
  },
}

/** People's ways through the built product, in a real browser; it has to stop cleanly afterwards. */
const journeys = (limitMs: number, env: Env = {}): Part => ({
  name: 'journeys',
  run: async () => {
    await build()
    return playwright('journeys', 'shell/e2e/playwright.config.ts', limitMs, env)
  },
})

async function playwright(
  name: string,
  config: string,
  limitMs: number,
  env: Env = {},
): Promise<Counts> {
  const report = reportFile(name)
  const end = await runCommand(
    ['playwright', 'test', `--config=${config}`, '--reporter=list,json'],
    {
      env: { ...env, CHROMIUM_PATH: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      limitMs,
    },
  )
  return told(end, countsOfPlaywright(report))
}

function told(end: CommandEnd, counts: Counts | undefined): Counts {
  if (end.fault) console.error(end.fault)
  return settle(counts, end.code)
}

/** The one of the run before must not be taken for this one's. */
function reportFile(name: string): string {
  const folder = join(buildDir, 'reports')
  const file = join(folder, `${name}.json`)
  mkdirSync(folder, { recursive: true })
  rmSync(file, { force: true })
  return file
}

export const fastParts: readonly Part[] = [check, jest(minutes(25))]
export const allParts: readonly Part[] = [check, jest(minutes(25)), stories, journeys(minutes(20))]
/** As all, with the fuzz test a hundred times as long, and each journey in every room that it is for. */
export const fullParts: readonly Part[] = [
  check,
  jest(minutes(90), { SONAQOR_FUZZ: '200000' }),
  stories,
  journeys(minutes(40), { SONAQOR_FULL: 'true' }),
]
