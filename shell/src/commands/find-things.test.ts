import { expect, jest, test } from '@jest/globals'
import type { Transport } from '@sonaqor/contract/client'
import type { Host } from '@sonaqor/embed/host'
import { sayIn } from '@sonaqor/ui/texts'
import { frameOf } from '../frame/testing/frame-of.ts'
import type { FrameParts } from '../frame/frame-parts.ts'
import { findThings } from './find-things.ts'

const key = { id: 'k1', label: 'Checkout server', prefix: 'sq_test_ab12', lastFour: '9f3c' }
const apps = [
  { id: 'a1', name: 'Checkout', environment: 'sandbox' },
  { id: 'a2', name: 'Ledger', environment: 'production' },
]

function finder(scopes: FrameParts['me']['scopes']) {
  const asked: URL[] = []
  const request = jest.fn<Transport>(({ path }) => {
    const url = new URL(path, 'http://api.test')
    asked.push(url)
    return Promise.resolve({
      status: 200,
      body: { data: url.pathname.endsWith('/keys') ? [key] : apps },
    })
  })
  const onGo = jest.fn<FrameParts['onGo']>()
  const frame = frameOf({ onGo, host: { request } as unknown as Host })
  const find = findThings({ ...frame, me: { ...frame.me, scopes } }, sayIn('en'))
  return { asked, onGo, find }
}

test('XC-12: keys are looked for by the server, a few and where one looks; apps by their names', async () => {
  const { asked, onGo, find } = finder(['keys:read', 'apps:read'])
  const found = await find!(' check ')
  expect(found.map(({ title, detail }) => [title, detail])).toEqual([
    ['Checkout server', 'sq_test_ab12…9f3c'],
    ['Checkout', 'Sandbox'],
  ])
  const ofKeys = asked.find(({ pathname }) => pathname.endsWith('/keys'))!
  expect(Object.fromEntries(ofKeys.searchParams)).toEqual({
    search: 'check',
    environment: 'sandbox',
    limit: '5',
  })
  for (const { run } of found) await run()
  expect(onGo.mock.calls).toEqual([
    ['/keys', { key: 'k1' }],
    ['/projects', { app: 'a1' }],
  ])
})

test('apps are read once for as long as the menu is open, however much is typed', async () => {
  const { asked, find } = finder(['apps:read'])
  await find!('che')
  await find!('ledg')
  expect(asked.map(({ pathname }) => pathname)).toEqual(['/v1/apps'])
})

test('XC-2: nothing is asked for that the scopes do not allow', async () => {
  const { asked, find } = finder(['keys:read'])
  await find!('che')
  expect(asked.map(({ pathname }) => pathname)).toEqual(['/v1/keys'])
  expect(finder([]).find).toBeUndefined()
})
