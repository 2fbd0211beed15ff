import { expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { switchedOff } from './chromium.ts'

test('whatever Playwright switches off in a browser stays so', async () => {
  const folder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  const source = await readFile(join(folder, 'lib/coreBundle.js'), 'utf8')
  const list = /disabledFeatures = \[([^]*?)\]\.filter/.exec(source)?.[1] ?? ''
  const names = [...list.matchAll(/^\s*"(\w+)",?$/gm)].map(([, name]) => name)
  expect(names).toContain('PaintHolding')
  expect(names.filter((name) => !switchedOff.includes(name!))).toEqual([])
})
