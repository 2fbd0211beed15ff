import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'

export interface Load {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly seconds: number
  readonly connections: number
}

interface Report {
  readonly requests: { readonly average: number }
  readonly non2xx: number
  readonly errors: number
}

const autocannon = createRequire(import.meta.url).resolve('autocannon/autocannon.js')

/** Requests a second that a server answers, asked from a process of its own. */
export async function requestsPerSecond(load: Load): Promise<number> {
  const { url, headers = {}, seconds, connections } = load
  const { stdout } = await promisify(execFile)(process.execPath, [
    autocannon,
    '--json',
    '--duration',
    String(seconds),
    '--connections',
    String(connections),
    ...Object.entries(headers).flatMap(([name, value]) => ['--headers', `${name}=${value}`]),
    url,
  ])
  const report = JSON.parse(stdout) as Report
  if (report.non2xx + report.errors > 0) throw new Error(`${url} did not answer every request`)
  return report.requests.average
}
