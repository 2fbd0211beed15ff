/**
 * `npm test`: everything that was promised, and whether it holds. `--fast` leaves the browser out,
 * `--full` takes its time, and a name (`npm test -- journeys`) runs that part alone. A part that fails
 * stops no other; the last line counts them all.
 */
import { parseArgs } from 'node:util'
import type { Counts } from './test/counts.ts'
import { inTurn, type Speaker } from './test/in-turn.ts'
import { allSteps, fastSteps, fullSteps, type Part } from './test/parts.ts'

type PartSpeaker = Speaker & { readonly of: Part }

interface Outcome {
  readonly counts: Counts
  readonly line: string
}

async function outcomeOf({ of: { name, run }, say, end }: PartSpeaker): Promise<Outcome> {
  say(`\n=== ${name}\n`)
  const startedAt = Date.now()
  const counts = await run(say).catch((error: Error): Counts => {
    say(`${error.message}\n`)
    return { passed: 0, failed: 1 }
  })
  end()
  const again = counts.secondTries ? `, ${counts.secondTries} at the second try` : ''
  const seconds = String(Math.round((Date.now() - startedAt) / 1000))
  return {
    counts,
    line: `${name.padEnd(10)}${seconds.padStart(5)} s  ${counts.passed} passed, ${counts.failed} failed${again}`,
  }
}

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { fast: { type: 'boolean' }, full: { type: 'boolean' } },
})
const meant = values.fast ? fastSteps : values.full ? fullSteps : allSteps
const isMeant = ({ name }: Part) => names.length === 0 || names.includes(name)
const outcomes: Outcome[] = []

for (const step of meant) {
  const speakers = inTurn(step.filter(isMeant), (text) => process.stdout.write(text))
  outcomes.push(...(await Promise.all(speakers.map(outcomeOf))))
}

const sum = (of: 'passed' | 'failed') => outcomes.reduce((all, { counts }) => all + counts[of], 0)
const [passed, failed] = [sum('passed'), sum('failed')]

console.log(
  `\n${outcomes.map(({ line }) => line).join('\n')}\n\n${passed} passed, ${failed} failed`,
)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
