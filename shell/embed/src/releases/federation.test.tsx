import { expect, jest, test } from '@jest/globals'
import * as React from 'react'

jest.unstable_mockModule('./runtime.ts', () => ({}))
Object.assign(globalThis, { SonaqorRuntime: {} })
const { federation } = await import('./federation.ts')

/** A release as the plugin writes it: it imports React, and something else of a version. */
function release(shareKey = 'react', requiredVersion = '^19.0.0') {
  const m: Record<number, (module: { exports: unknown }) => void> = {}
  const moduleIdToConsumeDataMapping = { 7: { shareKey, requiredVersion } }
  const webpackRequire = { m, consumesLoadingData: { moduleIdToConsumeDataMapping } }
  const load = (chunkId: number) =>
    federation.bundlerRuntime.consumes({ chunkId, chunkMapping: { 1: [7] }, webpackRequire })
  const run = () => {
    const module = { exports: undefined as unknown }
    m[7]?.(module)
    return module.exports
  }
  return { load, run }
}

test('EM-1: a release gets the React of the page, the same one each time', () => {
  const one = release()
  one.load(1)
  expect(one.run()).toBe(React)
  const another = release()
  another.load(1)
  expect(another.run()).toBe(React)
})

test('a part that imports nothing of the page is given nothing', () => {
  const { load, run } = release()
  load(2)
  expect(run()).toBeUndefined()
})

test('EM-7: a release that needs another React, or what the page does not have, says so when it runs', () => {
  const newer = release('react', '^20.1.0')
  newer.load(1)
  expect(newer.run).toThrow(/no react \^20\.1\.0; its React is 19/)
  const foreign = release('vue', '^19.0.0')
  foreign.load(1)
  expect(foreign.run).toThrow(/no vue/)
})
