import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { groundName } from './ground-name.ts'

const sheetOf = (name: string) => ({ name }) as unknown as CSSStyleSheet
const [ofHost, ofRelease, ofComponent] = ['host', 'release', 'component'].map(sheetOf) as [
  CSSStyleSheet,
  CSSStyleSheet,
  CSSStyleSheet,
]

const fetchOwn = jest.fn<() => readonly CSSStyleSheet[]>()

beforeEach(() => {
  jest.resetModules()
  fetchOwn.mockReset().mockReturnValue([ofRelease])
  jest.unstable_mockModule('./ground-sheets.ts', () => ({ groundSheets: fetchOwn() }))
})
afterEach(() => void Reflect.deleteProperty(globalThis, 'SonaqorRuntime'))

/** A release in a page of which the host says this; what its roots wear. */
async function wornWhere(grounds?: Readonly<Record<string, readonly CSSStyleSheet[]>>) {
  Object.assign(globalThis, { SonaqorRuntime: { grounds } })
  const { adopt, dress } = await import('./adopt.ts')
  const { ground, layGround } = await import('./ground-of-page.ts')
  ground.forEach(adopt)
  adopt(ofComponent)
  await layGround()
  await layGround()
  const root = document.createElement('div').attachShadow({ mode: 'open' })
  dress(root)
  return root.adoptedStyleSheets
}

test('EM-6: a module stands on the sheets of its page where it was built with the very same', async () => {
  expect(await wornWhere({ [groundName]: [ofHost] })).toEqual([ofHost, ofComponent])
  expect(fetchOwn).not.toHaveBeenCalled()
})

test('EM-6: a module that was built with other sheets than its page has brings its own, below all others', async () => {
  expect(await wornWhere({ 'of another build': [ofHost] })).toEqual([ofRelease, ofComponent])
})

test('EM-6: in the page of a host that offers no sheets a module brings its own', async () => {
  expect(await wornWhere()).toEqual([ofRelease, ofComponent])
})
