import { expect, test } from '@jest/globals'
import { identify } from '../processes.ts'
import { createTree } from './tree.ts'

test('what is run to its end is told while it runs, and answers with what it printed', async () => {
  const spawned: [name: string, isThere: boolean][] = []
  const tree = createTree((name, pid) => spawned.push([name, identify(pid) !== undefined]))
  expect(await tree.run(['-p', '6 * 7'], {})).toBe('42')
  expect(spawned).toEqual([['-p 6 * 7', true]])
})

test('what fails says what it had to say', async () => {
  const tree = createTree(() => undefined)
  const run = tree.run(['-e', "console.error('no such table'); process.exit(3)"], {})
  await expect(run).rejects.toThrow('no such table')
})

test('what is under way when the tree comes down ends with it', async () => {
  const pids: number[] = []
  const tree = createTree((_, pid) => pids.push(pid))
  const run = tree.run(['-e', 'setInterval(() => {}, 1000)'], {})
  tree.bringDown(new Error('stopped'))
  await expect(run).rejects.toThrow()
  await tree.close()
  const [pid = 0] = pids
  while (identify(pid)) await new Promise((done) => setTimeout(done, 5))
})
