/** `npm run check`: format, lint, types, boundaries and the rules of the house, all of them always. */
import { spawnSync } from 'node:child_process'
import { houseBreaches } from './house.ts'
import { rooms, root } from './places.ts'

interface Check {
  readonly name: string
  /** Whether it holds; what is wrong has been printed. */
  readonly holds: () => boolean
}

const checks: readonly Check[] = [
  { name: 'format', holds: () => runs('oxfmt', '--check', '.') },
  { name: 'lint', holds: () => runs('oxlint', '--deny-warnings') },
  // Version 6 is there for those who read TypeScript by its API, which 7 has not; 7 checks with a quarter of the work.
  {
    name: 'types',
    holds: () => runs('node', 'node_modules/typescript-7/bin/tsc', '--checkers', '2'),
  },
  {
    name: 'boundaries',
    holds: () => runs('depcruise', '--config', '.dependency-cruiser.cjs', '--', ...rooms()),
  },
  { name: 'house', holds: obeysTheHouse },
]

function runs(command: string, ...args: string[]): boolean {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  return status === 0
}

function obeysTheHouse(): boolean {
  const breaches = houseBreaches(root)
  for (const breach of breaches) console.error(breach)
  return breaches.length === 0
}

const failed = checks.filter(({ name, holds }) => {
  console.log(`\ncheck  ${name}`)
  return !holds()
})

console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`)
for (const { name } of failed) console.log(`failed  ${name}`)
process.exitCode = failed.length === 0 ? 0 : 1
