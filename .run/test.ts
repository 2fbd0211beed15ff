/**
 * `npm test`: everything that was promised, and whether it holds. `--fast` leaves the browser out,
 * `--full` takes its time, and a name (`npm test -- journeys`) runs that part alone. A part that fails
 * stops no other; the last line counts them all.
 */
import { parseArgs } from 'node:util'
import type { Counts } from './test/counts.ts'
import { allParts, fastParts, fullParts, type Part } from './test/parts.ts'

async function outcomeOf({ name, run }: Part): Promise<Counts> {
  console.log(`\n=== ${name}`)
  try {
    return await run()
  } catch (error) {
    console.error((error as Error).message)
    return { passed: 0, failed: 1 }
  }
}

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { fast: { type: 'boolean' }, full: { type: 'boolean' } },
})
const meant = values.fast ? fastParts : values.full ? fullParts : allParts
const parts = meant.filter(({ name }) => names.length === 0 || names.includes(name))
const lines: string[] = []
let passed = 0
let failed = 0

for (const part of parts) {
  const startedAt = Date.now()
  const counts = await outcomeOf(part)
  passed += counts.passed
  failed += counts.failed
  const secondTries = counts.secondTries ?? []
  const again = secondTries.length > 0 ? `, ${secondTries.length} at the second try` : ''
  const seconds = String(Math.round((Date.now() - startedAt) / 1000))
  lines.push(
    `${part.name.padEnd(10)}${seconds.padStart(5)} s  ${counts.passed} passed, ${counts.failed} failed${again}`,
    ...secondTries.map((name) => `             ${name}`),
  )
}

console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
