import { expect, test } from '@jest/globals'
import { isOffline, networkIsBack, onNetworkBack } from './network.ts'

test('where there is no page, as on a server, nothing waits for a network', async () => {
  expect(typeof addEventListener).toBe('undefined')
  expect(isOffline()).toBe(false)
  await networkIsBack()
  onNetworkBack(() => undefined)()
})
