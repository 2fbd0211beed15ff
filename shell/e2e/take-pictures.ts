/**
 * `npm run pictures`: builds what is stale, starts the product on data of its own, and keeps every
 * screen in four widths and both themes under `.build/pictures`, with an `index.html` beside them.
 */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../.run/build.ts'
import { ensureChromium } from '../../.run/chromium.ts'
import { runCommand } from '../../.run/command.ts'
import { folder, writeIndex } from './pictures.ts'

const limitMs = 8 * 60_000

// A screen that is no more must not seem to be there.
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
await build()
const end = await runCommand(['playwright', 'test', '--config=shell/e2e/pictures.config.ts'], {
  env: { CHROMIUM_PATH: ensureChromium() },
  limitMs,
})
const met = readdirSync(folder)
  .toSorted((one, other) => takenAt(one) - takenAt(other))
  .map((name) => name.replace(/-\d+-\w+\.png$/, ''))
writeIndex([...new Set(met)])
process.stdout.write(`${met.length} pictures: ${join(folder, 'index.html')}\n`)
if (end.fault) process.stderr.write(`${end.fault}\n`)
process.exitCode = end.code

function takenAt(name: string): number {
  return statSync(join(folder, name)).mtimeMs
}
