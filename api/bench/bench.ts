/**
 * `npm run bench` measures everything that ends within a few minutes; `npm run bench -- NAME …` what is
 * named; `--json` prints it for a machine, `--lines` makes do with fewer log lines, and `--profile DIR`
 * has each server leave a profile of its time there.
 */
import { parseArgs } from 'node:util'
import { openCluster } from './ground.ts'
import type { Measure } from './measure.ts'
import { components } from './rows/components.ts'
import { embed } from './rows/embed.ts'
import { exports } from './rows/exports.ts'
import { ingest } from './rows/ingest.ts'
import { live } from './rows/live.ts'
import { logPages } from './rows/log-pages.ts'
import { logs } from './rows/logs.ts'
import { request } from './rows/request.ts'
import { revoke } from './rows/revoke.ts'
import { sizes } from './rows/sizes.ts'
import { start } from './rows/start.ts'
import { verify } from './rows/verify.ts'
import { webhooks } from './rows/webhooks.ts'

interface Bench {
  readonly run: () => Promise<Measure[]>
  readonly needsDatabase: boolean
  /** Too long to be run without having been asked for. */
  readonly onlyByName: boolean
}

const onDatabase = (run: Bench['run']): Bench => ({ run, needsDatabase: true, onlyByName: false })

const benches: Readonly<Record<string, Bench>> = {
  request: onDatabase(request),
  verify: onDatabase(verify),
  live: onDatabase(live),
  revoke: onDatabase(revoke),
  ingest: onDatabase(ingest),
  logs: onDatabase(logs),
  'log-pages': { run: logPages, needsDatabase: true, onlyByName: true },
  webhooks: onDatabase(webhooks),
  exports: { run: exports, needsDatabase: true, onlyByName: true },
  sizes: { run: sizes, needsDatabase: false, onlyByName: false },
  embed: { run: embed, needsDatabase: false, onlyByName: true },
  components: { run: components, needsDatabase: false, onlyByName: true },
  start: { run: start, needsDatabase: false, onlyByName: true },
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      /** How many log lines there are to look through. */
      lines: { type: 'string' },
      /** The folder that profiles of the servers' time are put into. */
      profile: { type: 'string' },
    },
  })
  const unknown = positionals.find((name) => !(name in benches))
  if (unknown) {
    throw new Error(
      `There is no benchmark ${unknown}; there are ${Object.keys(benches).join(', ')}.`,
    )
  }
  const wanted = Object.entries(benches).filter(([name, { onlyByName }]) =>
    positionals.length > 0 ? positionals.includes(name) : !onlyByName,
  )
  const cluster = wanted.some(([, { needsDatabase }]) => needsDatabase)
    ? await openCluster({ durable: true })
    : undefined
  const measures: Measure[] = []
  try {
    for (const [name, { run }] of wanted) {
      const measured = await run().catch((error: unknown) => failed(name, error))
      measures.push(...measured)
      if (!values.json) measured.forEach((measure) => console.log(lineOf(measure)))
    }
  } finally {
    await cluster?.stop()
  }
  if (values.json) console.log(JSON.stringify(measures, null, 2))
}

/** One that cannot be measured says so, and keeps no other from it. */
function failed(name: string, error: unknown): Measure[] {
  console.error(`${name} could not be measured: ${String(error)}`)
  process.exitCode = 1
  return []
}

function lineOf({ name, value, unit, reference, ratio, goal, met }: Measure): string {
  const beside =
    reference === null || ratio === null
      ? ''
      : `reference ${rounded(reference)}, ratio ${(ratio * 100).toFixed(0)} %`
  const verdict = goal === null ? '' : `${met ? 'met' : 'NOT MET'}  ${goal}`
  return [name.padEnd(64), `${rounded(value)} ${unit}`.padEnd(24), beside.padEnd(36), verdict]
    .join(' ')
    .trimEnd()
}

function rounded(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2)
}

await main()
