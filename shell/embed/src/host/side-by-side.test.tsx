import { expect, jest, test } from '@jest/globals'
import type { Registry } from '../releases/registry.ts'
import type { Grant } from '../session/session.ts'

const never = () => new Promise<never>(() => undefined)

jest.unstable_mockModule('../releases/load-view.ts', () => ({ loadView: never }))
const { createHost } = await import('./host.ts')

test('Quality: the session is asked for while the registry is still being asked', () => {
  const renew = jest.fn<() => Promise<Grant>>(never)
  const find = jest.fn<Registry['find']>(never)
  const host = createHost({
    kind: 'embed',
    origin: 'https://sonaqor.example',
    renew,
    appearance: { theme: 'light', density: 'cosy' },
    locale: 'en',
    registry: { find, modules: never, refresh: never, watch: () => () => undefined },
  })
  const placement = host.place(document.createElement('div'), { view: 'keys.list' })
  expect(find).toHaveBeenCalledTimes(1)
  expect(renew).toHaveBeenCalledTimes(1)
  placement.remove()
  host.close()
})
