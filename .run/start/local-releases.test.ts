/** What the registry shows after a start, with a real server behind it. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeModuleToken } from '../../api/src/features/releases/index.ts'
import { build } from '../../api/src/testing/every-endpoint.ts'
import { startWorld, type World } from '../../api/src/testing/world.ts'
import { withdrawGone, type LocalReleases } from './local-releases.ts'

let world: World
let dataDir: string

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined)
  world = await startWorld()
  dataDir = mkdtempSync(join(tmpdir(), 'sonaqor-releases-'))
  const token = await makeModuleToken(world.ownerUrl, 'keys')
  for (const version of ['1.0.0', '1.1.0']) {
    await world.as({ token }).releases.publish({ body: build(version) })
  }
  writeFileSync(join(dataDir, 'module-tokens.json'), JSON.stringify({ keys: token }))
})
afterAll(async () => {
  rmSync(dataDir, { recursive: true })
  await world.stop()
})

const releases = (folder = dataDir): LocalReleases => ({
  url: world.url,
  dataDir: folder,
  makeToken: (module) => makeModuleToken(world.ownerUrl, module),
})

const shown = async () => {
  const { modules } = await world.as(null).registry.show()
  return modules.map(({ manifest }) => manifest.name)
}

test('a module whose folder stands stays in the registry', async () => {
  await withdrawGone(releases(), ['home', 'keys'])
  expect(await shown()).toEqual(['keys'])
})

test('a module that was never published from here is not ours to take away', async () => {
  await withdrawGone(releases(join(dataDir, 'another')), [])
  expect(await shown()).toEqual(['keys'])
})

test('a module that was, and whose folder is gone, is gone with all of its releases', async () => {
  await withdrawGone(releases(), ['home'])
  expect(await shown()).toEqual([])
})
