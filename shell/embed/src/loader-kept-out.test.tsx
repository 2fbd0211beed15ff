import { expect, jest, test } from '@jest/globals'
import type { EmbedError } from './sdk.ts'

const own = Object.assign(document.createElement('script'), {
  src: 'https://sonaqor.example/embed/v1.js',
})
Object.defineProperty(Document.prototype, 'currentScript', { value: own })
Object.assign(globalThis, { HOST_FILE: 'host.1a2b.js', HOST_INTEGRITY: 'sha384-abc' })
const createPolicy = jest.fn(() => {
  throw new TypeError('Policy "sonaqor" disallowed.')
})
Object.assign(window, { trustedTypes: { createPolicy } })
const source = jest.spyOn(HTMLScriptElement.prototype, 'src', 'set')
source.mockImplementation(() => {
  throw new TypeError('This document requires TrustedScriptURL assignment.')
})
await import('./loader.ts')

const asked = () => document.head.querySelector<HTMLScriptElement>('script[src*=host]')

test('EM-9: where the Trusted Types of a page refuse our policy, it hears so by a code, and can try again', async () => {
  const onError = jest.fn<(error: EmbedError) => void>()
  window.Sonaqor!.start({
    fetchSession: () => Promise.resolve({ clientSecret: 's' }),
    onError,
  })
  await expect(window.Sonaqor!.doctor()).rejects.toMatchObject({ code: 'loader-unreachable' })
  expect(onError.mock.calls).toMatchObject([[{ code: 'loader-unreachable' }]])
  expect(asked()).toBeNull()
  source.mockRestore()
  onError.mock.lastCall?.[0].retry()
  expect(asked()?.src).toBe('https://sonaqor.example/embed/host/host.1a2b.js')
})
