/** A catalogue that a view forgets is missed by nobody who reads English, and where others bring it, by nobody else. */
import { expect, test } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

const sourcesOf = createRequire(import.meta.url)('./sources-of.cjs') as (
  files: readonly string[],
) => ReadonlyMap<string, string>
const root = join(import.meta.dirname, '../../..')

const views = globSync('{shell,mfe-*}/src/module.ts', { cwd: root }).flatMap((path) => {
  const source = readFileSync(join(root, path), 'utf8')
  const imported = source.matchAll(
    /import \{ languages(?: as (\w+))? \} from '\.\/(.+)\/index\.ts'/g,
  )
  const folders = new Map([...imported].map(([, as = 'languages', folder]) => [as, folder]))
  return [...source.matchAll(/const (\w+) = view\(\s*\(\) => import\('(.+?)'\),(.*?)\)\n/gs)].map(
    ([, view, entry, named = '']) => ({
      name: `${dirname(dirname(path))}.${view}`,
      src: join(root, dirname(path)),
      entry: entry!,
      loads: named.split(',').map((name) => folders.get(name.trim())),
    }),
  )
})

test.each(views)('EM-3: $name loads what its code says, in every language', (view) => {
  const speaks = [...sourcesOf([join(view.src, view.entry)]).keys()]
    .map((file) => relative(view.src, file))
    .filter((file) => /^(?!\.\.).*\btexts\/en\.ts$/.test(file))
    .map(dirname)
  expect(speaks.length).toBeGreaterThan(0)
  expect(view.loads).toEqual(expect.arrayContaining(speaks))
})
