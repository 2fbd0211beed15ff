/** EM-1: the types of the package stand alone, and say what a page does wrong before it does it. */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openMarket, type Market } from './testing/partner.ts'

const run = promisify(execFile)
const tsc = fileURLToPath(new URL('../../../node_modules/typescript-7/bin/tsc', import.meta.url))

let market: Market

beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.close())

/** What the compiler of a partner says of a page; nothing, where all is well. */
async function saidOf(folder: string, file: string, page: string, how: string): Promise<string> {
  writeFileSync(join(folder, file), page)
  const options = `--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes ${how}
    --target es2022 --lib es2022,dom,dom.iterable --jsx react-jsx`
  const types = page.includes(" from 'react'") ? ['--types', 'react'] : []
  const args = [tsc, ...options.split(/\s+/), ...types, file]
  return run(process.execPath, args, { cwd: folder }).then(
    ({ stdout }) => stdout,
    (error: { readonly stdout: string }) => error.stdout,
  )
}

const plain = `
import { loadSonaqor, type EmbedError } from '@sonaqor/embed/loader'
import { openHost } from '@sonaqor/embed/host'
import { fakeSonaqor } from '@sonaqor/embed/testing'

const fetchSession = async () => ({ clientSecret: 'secret' })
export const sonaqor = await loadSonaqor('https://sonaqor.example', { nonce: 'n' })
const handle = sonaqor.start({ fetchSession, appearance: { tokens: { accent: 'teal' }, dark: { accent: 'cyan' } } })
handle.update({ locale: 'de' })
const host = await openHost(new URL('https://sonaqor.example'), { fetchSession })
host.mount(document.body, { view: 'keys.list', state: { search: 'cart' } }).setState({})

const keys = document.createElement('sonaqor-keys')
keys.state = { search: 'cart' }
keys.addEventListener('sonaqor-error', ({ detail: { code, retry } }) => code === 'session-ended' && retry())
document.addEventListener('sonaqor-ready', ({ detail }) => detail.release.length)
window.Sonaqor?.doctor()
export const report = (error: EmbedError): string | undefined => error.requestId

const fake = fakeSonaqor()
fake.emit(keys, 'sonaqor-event', { type: 'keys.revoked' })
fake.fail(keys, 'origin-refused')
`

const wrong = `
import { loadSonaqor } from '@sonaqor/embed'
import { fakeSonaqor } from '@sonaqor/embed/testing'

const sonaqor = await loadSonaqor('https://sonaqor.example')
sonaqor.start({})
sonaqor.start({ fetchSession: async () => ({ clientSecret: 's' }), appearance: { tokens: { accnt: 'teal' } } })
const keys = document.createElement('sonaqor-keys')
keys.addEventListener('sonaqor-error', ({ detail }) => detail.code === 'sesion-ended')
fakeSonaqor().fail(keys, 'no-such-code')
fakeSonaqor().emit(keys, 'sonaqor-redy')
fakeSonaqor().emit(keys, 'sonaqor-resize', { height: '4' })
`

/** Numbers of the lines that the compiler complains of. */
const linesOf = (said: string) =>
  [...new Set([...said.matchAll(/^page\.\w+\((\d+),/gm)].map(([, line]) => Number(line)))].toSorted(
    (a, b) => a - b,
  )

const bundler = '--module esnext --moduleResolution bundler'
const node = '--module node16 --moduleResolution node16'

test.each([
  ['a bundler', bundler, 'page.ts'],
  ['Node', node, 'page.mts'],
])('a page in plain TypeScript compiles for %s', async (who, how, file) => {
  expect(await saidOf(market.partner(`plain ${who}`), file, plain, how)).toBe('')
})

test('for CommonJS it does as well', async () => {
  const page = `import { loadSonaqor } from '@sonaqor/embed'
export const brought = loadSonaqor('https://sonaqor.example').then((sonaqor) => sonaqor.doctor())
`
  expect(await saidOf(market.partner('commonjs'), 'page.cts', page, node)).toBe('')
})

test('what is wrong does not compile: options, tokens, codes, events and their details', async () => {
  const said = await saidOf(market.partner('wrong'), 'page.ts', wrong, bundler)
  expect(linesOf(said)).toEqual([6, 7, 9, 10, 11, 12])
})

const react = `
import { createRef, type ReactElement } from 'react'
import { SonaqorKeys, SonaqorLogTail, SonaqorProvider, useLogout, type SonaqorElement } from '@sonaqor/embed/react'

const fetchSession = async () => ({ clientSecret: 'secret' })
const element = createRef<SonaqorElement>()

export function Page(): ReactElement {
  const logout = useLogout()
  return (
    <SonaqorProvider url="https://sonaqor.example" fetchSession={fetchSession} mode="frame">
      <SonaqorKeys
        key={1}
        ref={element}
        data-testid="keys"
        aria-label="Keys"
        hidden={false}
        className="wide"
        style={{ height: 400 }}
        state={{ search: 'cart' }}
        onError={({ code }) => code === 'session-ended' && void logout()}
        onState={({ state }, event) => event.type + state['search']}
      >
        <p>One moment</p>
      </SonaqorKeys>
      <SonaqorLogTail app="1" environment="production" />
      <sonaqor-keys session="other" mode="shadow" class="wide" />
    </SonaqorProvider>
  )
}
export const wrong = [
  <SonaqorKeys mode="window" />,
  <SonaqorKeys onError={({ code }) => code === 'sesion-ended'} />,
  <SonaqorProvider fetchSession={fetchSession} />,
  <sonaqor-keys mode="window" />,
  <sonaqor-nothing />,
]
`
const wrongFrom = react.split('\n').findIndex((line) => line.includes('export const wrong')) + 2

test.each([
  ['18', 'types-react-18', bundler],
  ['19', '@types/react', bundler],
  ['19 of Node', '@types/react', node],
])('React %s: components and elements, right and wrong', async (version, types, how) => {
  const folder = market.partner(`react ${version}`, {
    '@types/react': types,
    '@types/prop-types': '@types/prop-types',
    csstype: 'csstype',
  })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const said = await saidOf(folder, 'page.tsx', react, how)
  expect([said, linesOf(said)]).toEqual([said, [0, 1, 2, 3, 4].map((offset) => wrongFrom + offset)])
})

test('Vue: elements in templates', async () => {
  const folder = market.partner('vue', { '@vue': '@vue', csstype: 'csstype' })
  mkdirSync(join(folder, 'node_modules/vue'))
  writeFileSync(
    join(folder, 'node_modules/vue/package.json'),
    '{ "name": "vue", "version": "3.5.0", "types": "index.d.ts" }',
  )
  writeFileSync(join(folder, 'node_modules/vue/index.d.ts'), "export * from '@vue/runtime-dom'\n")
  const page = `import '@sonaqor/embed/vue'
import type { GlobalComponents } from 'vue'
type Props = InstanceType<GlobalComponents['sonaqor-keys']>['$props']
export const right: Props = { mode: 'frame', onSonaqorError: ({ detail }) => detail.code === 'offline' }
export const wrong: Props = { mode: 'window' }
export const unheard: Props = { onSonaqorError: ({ detail }) => detail.code === 'ofline' }
`
  expect(linesOf(await saidOf(folder, 'page.ts', page, bundler))).toEqual([5, 6])
})
