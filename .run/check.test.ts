/** What `npm run check` looks at. */
import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { root } from './places.ts'

const lines = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: root }).toString().trimEnd().split('\n')

test('the types of every source are checked, those of the modules too', () => {
  const checked = new Set(
    lines('node', 'node_modules/typescript-7/bin/tsc', '--listFilesOnly').map((file) =>
      file.replace(`${root}/`, ''),
    ),
  )
  const sources = lines('git', 'ls-files', '*.ts', '*.tsx').filter((file) => file.includes('/src/'))
  expect(sources.filter((file) => !checked.has(file))).toEqual([])
})
