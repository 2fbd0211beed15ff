import type { Transport } from '@sonaqor/contract/client'
import type { RegisteredModule } from '@sonaqor/contract/releases'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { createRegistry } from './registry.ts'

const keys = (version: string): RegisteredModule => ({
  baseUrl: `/modules/keys/${version}/`,
  manifest: {
    name: 'keys',
    version,
    title: 'API keys',
    contract: '^0.1.0',
    entry: 'remote.js',
    views: [
      { name: 'keys.list', kind: 'page', title: 'Keys', scopes: [], element: 'sonaqor-keys' },
    ],
    nav: [],
    files: [],
  },
})

let published: readonly RegisteredModule[] = []
const transport = jest.fn<Transport>(() =>
  Promise.resolve({ status: 200, body: { modules: published } }),
)
const registry = () => createRegistry('https://sonaqor.example', transport)

beforeEach(() => {
  published = [keys('1.0.0')]
  transport.mockClear()
})

test('a view is found by its name and by its element, at an address of our origin', async () => {
  const { find } = registry()
  const byName = await find('keys.list')
  expect(byName.module.baseUrl).toBe('https://sonaqor.example/modules/keys/1.0.0/')
  expect((await find('sonaqor-keys')).view.name).toBe('keys.list')
})

test('XC-15 it is asked for without a header, for which a page of another origin would ask first', async () => {
  await registry().modules()
  expect(transport.mock.lastCall).toEqual([
    { method: 'GET', path: expect.stringContaining('/v1/registry'), headers: {} },
  ])
})

test('what was heard is good for a minute; then the current releases are asked for', async () => {
  jest.useFakeTimers()
  const { modules } = registry()
  await modules()
  published = [keys('1.1.0')]
  expect((await modules())[0]?.manifest.version).toBe('1.0.0')
  jest.advanceTimersByTime(61_000)
  expect((await modules())[0]?.manifest.version).toBe('1.1.0')
  jest.useRealTimers()
})

test('while the registry cannot be reached, what was current a while ago serves on', async () => {
  jest.useFakeTimers()
  const { modules } = registry()
  await modules()
  jest.advanceTimersByTime(61_000)
  transport.mockRejectedValueOnce(new Error('offline'))
  expect(await modules()).toHaveLength(1)
  jest.useRealTimers()
})

test('a view that is not there is looked for once more, and then said to be unavailable', async () => {
  const { find } = registry()
  await expect(find('logs.list')).rejects.toThrow('not available')
  expect(transport).toHaveBeenCalledTimes(2)
})

test('EM-6: while the page is seen, other releases are heard of within a minute', async () => {
  jest.useFakeTimers()
  const { modules, watch } = registry()
  const heard = jest.fn()
  const stop = watch(heard)
  await modules()
  await jest.advanceTimersByTimeAsync(61_000)
  expect(heard).not.toHaveBeenCalled()
  published = [keys('1.1.0')]
  await jest.advanceTimersByTimeAsync(61_000)
  expect(heard).toHaveBeenCalledTimes(1)
  expect((await modules())[0]?.manifest.version).toBe('1.1.0')
  stop()
  transport.mockClear()
  await jest.advanceTimersByTimeAsync(300_000)
  expect(transport).not.toHaveBeenCalled()
  jest.useRealTimers()
})

test('nobody is asked while nobody looks, and at once when somebody looks again', async () => {
  jest.useFakeTimers()
  const seen = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const stop = registry().watch(() => undefined)
  await jest.advanceTimersByTimeAsync(300_000)
  expect(transport).not.toHaveBeenCalled()
  seen.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(transport).toHaveBeenCalledTimes(1)
  stop()
  seen.mockRestore()
  jest.useRealTimers()
})
