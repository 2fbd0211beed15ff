/** From a fresh clone to the first page, and the second time. Takes minutes; run by its name alone. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePortPair } from '../../../.run/ports.ts'
import { clusterHome } from '../../../.run/postgres/record.ts'
import { atMost, type Measure } from '../measure.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const patienceMs = 5 * 60_000

export async function start(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sonaqor-start-'))
  const clone = join(folder, 'clone')
  try {
    execFileSync('git', ['clone', '--quiet', '--local', repository, clone])
    const fresh = await secondsToFirstPage(clone)
    const again = await secondsToFirstPage(clone)
    return [
      atMost(90, {
        name: 'npm start on a fresh clone, to the first page',
        value: fresh,
        unit: 's',
      }),
      atMost(5, { name: 'npm start the second time, to the first page', value: again, unit: 's' }),
    ]
  } finally {
    const cluster = clusterHome(join(clone, '.data'))
    for (const left of [cluster, folder]) if (left) rmSync(left, { recursive: true, force: true })
  }
}

async function secondsToFirstPage(clone: string): Promise<number> {
  const port = await freePortPair()
  const begin = performance.now()
  const product = spawn('npm', ['start'], {
    cwd: clone,
    // A group of its own, so that whatever hangs is ended whole; and the clone's programs, not ours.
    detached: true,
    env: { ...process.env, PATH: foreignPath(), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await ready(product)
    const page = await fetch(`http://localhost:${port}/`)
    if (!page.ok) throw new Error(`the first page answered ${page.status}`)
    await page.text()
    return (performance.now() - begin) / 1000
  } finally {
    await end(product)
  }
}

async function ready(product: ChildProcess): Promise<void> {
  const late = AbortSignal.timeout(patienceMs)
  const gone = once(product, 'exit', { signal: late }).then(() => {
    throw new Error('npm start ended before it was ready')
  })
  const said = (async () => {
    let text = ''
    for await (const chunk of product.stdout ?? []) {
      text += String(chunk)
      if (/^ready /m.test(text)) return
    }
  })()
  await Promise.race([said, gone])
  gone.catch(() => undefined)
}

async function end(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.pid === undefined) return
  const exited = once(product, 'exit')
  process.kill(-product.pid, 'SIGINT')
  await Promise.race([
    exited,
    sleep(20_000).then(() => process.kill(-(product.pid ?? 0), 'SIGKILL')),
  ])
}

/** Without the programs of this checkout, which npm puts before all others. */
function foreignPath(): string {
  const paths = (process.env['PATH'] ?? '').split(':')
  return paths.filter((path) => !path.startsWith(repository)).join(':')
}
