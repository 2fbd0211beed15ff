import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const require = createRequire(import.meta.url)
type Loader = { readonly resourcePath: string; addDependency(path: string): void }
const nameGround = require('./ground.cjs') as (this: Loader, source: string) => string

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sonaqor-ground-'))
})
afterAll(() => rm(folder, { recursive: true }))

const sheets = { 'tokens.css': 'a { b: c }', 'density.css': 'd { e: f }', 'base.css': 'g { h: i }' }

/** The name of sheets such as these, of which some say something else. */
async function nameOf(others: Partial<typeof sheets> = {}): Promise<string> {
  const written = Object.entries({ ...sheets, ...others })
  await Promise.all(written.map(([name, content]) => writeFile(join(folder, name), content)))
  const loader = { resourcePath: join(folder, 'ground-name.ts'), addDependency: () => undefined }
  return nameGround.call(loader, "export const groundName = 'as it stands'")
}

test('EM-6: sheets have the same name in each build that was made of the same, and another one in any other', async () => {
  const name = await nameOf()
  expect(name).toMatch(/= '[0-9a-f]{12}'$/)
  expect(await nameOf({ 'base.css': '/* why */ g {\n  h: i;\n}' })).toBe(name)
  for (const sheet of Object.keys(sheets))
    expect(await nameOf({ [sheet]: 'a { b: d }' })).not.toBe(name)
})
