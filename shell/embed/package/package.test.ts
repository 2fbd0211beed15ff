/** EM-1, EM-13: what a partner installs, tried as a partner would: packed, unpacked and used. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { minify } from '@swc/core'
import { openMarket, type Market } from './testing/partner.ts'

const run = promisify(execFile)
const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

let market: Market

beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.close())

describe('what is packed', () => {
  test('is the same, byte by byte, whenever it is packed', async () => {
    const again = await market.packAgain()
    expect(hashOf(again)).toBe(hashOf(market.packed))
    // A partner's lock file keeps address and content together: one changes with the other.
    const hash = hashOf(market.packed).slice(0, 12)
    for (const packed of [market.packed, again])
      expect(packed).toMatch(new RegExp(`/sonaqor-embed-\\d+\\.\\d+\\.\\d+-${hash}\\.tgz$`))
  })

  test('names nothing of our work tree, and needs React alone, where somebody uses it', async () => {
    const { stdout } = await run('tar', ['-xzOf', market.packed])
    const named = new Set(
      [...stdout.matchAll(/(?:from |require\()["']([^."'][^"']*)["']/g)].map(([, name]) => name),
    )
    // The last two are what the words for whoever reads them name.
    expect([...named].filter((name) => !name?.startsWith('@sonaqor/embed/')).toSorted()).toEqual([
      'react',
      'react/jsx-runtime',
    ])
    expect(stdout).not.toMatch(/(?<!\.d)\.tsx?['"]|@sonaqor\/(contract|module|ui)/)
  })

  test('a view that stands in no element, as a secure one, is in none of its names', () => {
    const folder = market.partner('looking')
    const types = readFileSync(join(folder, 'node_modules/@sonaqor/embed/esm/react.d.ts'), 'utf8')
    expect([...types.matchAll(/const (\w+): SonaqorView/g)].map(([, name]) => name)).toEqual([
      'SonaqorKeys',
      'SonaqorLogTail',
    ])
  })

  test('Quality: everything for React weighs at most 2.5 KB', async () => {
    const folder = market.partner('weighed')
    const files = ['react', 'react-provider', 'react-session', 'react-view', 'loader', 'arrival']
    const minified = await Promise.all(
      files.map(async (file) => {
        const path = join(folder, `node_modules/@sonaqor/embed/esm/${file}.js`)
        const { code } = await minify(readFileSync(path, 'utf8'), { module: true, mangle: true })
        return code
      }),
    )
    expect(gzipSync(minified.join(''), { level: 9 }).length).toBeLessThanOrEqual(2500)
  })
})

describe('EM-13: on a server', () => {
  test.each([
    ['module', 'import', '.mjs'],
    ['commonjs', 'require', '.cjs'],
  ])('as %s every part can be loaded, and nothing is begun', async (_, kind, extension) => {
    const folder = market.partner(`server-${kind}`, { react: 'react', 'react-dom': 'react-dom' })
    const names = ['', '/loader', '/host', '/react', '/testing', '/vue']
    const load = (name: string) =>
      kind === 'import'
        ? `await import('@sonaqor/embed${name}')`
        : `require('@sonaqor/embed${name}')`
    const use = `
      ${kind === 'import' ? "import { renderToString } from 'react-dom/server'; import { createElement as h } from 'react'" : "const { renderToString } = require('react-dom/server'); const { createElement: h } = require('react')"}
      ${names.map((name) => `console.log(${JSON.stringify(name)}, Object.keys(${load(name)}).toSorted().join())`).join('\n')}
      const { loadSonaqor, openHost, react: { SonaqorProvider, SonaqorKeys } } = { ...${load('')}, react: ${load('/react')} }
      const fetchSession = () => { throw new Error('not here') }
      let settled = false
      loadSonaqor('https://sonaqor.example').finally(() => { settled = true })
      openHost('https://sonaqor.example', { fetchSession }).finally(() => { settled = true })
      console.log(renderToString(h(SonaqorProvider, { url: 'https://sonaqor.example', fetchSession },
        h(SonaqorKeys, { mode: 'frame', state: { search: 'cart' }, className: 'wide' }, 'One moment'))))
      setTimeout(() => console.log('settled', settled), 50)`
    writeFileSync(join(folder, `page${extension}`), use)
    const { stdout, stderr } = await run(process.execPath, [`page${extension}`], { cwd: folder })
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n').slice(-2)).toEqual([
      '<sonaqor-keys class="wide" session="-">One moment</sonaqor-keys>',
      'settled false',
    ])
    expect(stdout).toMatch(/^ loadSonaqor,openHost,publishedViews$/m)
    expect(stdout).toMatch(/^\/react .*SonaqorKeys,SonaqorLogTail,SonaqorProvider/m)
    expect(stdout).toMatch(/^\/testing embedErrorCodes,embedEvents,fakeSonaqor$/m)
  })
})
