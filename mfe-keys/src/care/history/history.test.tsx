import { eventOf, historyOf, leakedHistory } from '@sonaqor/storybook/fixtures/key-care'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago, hourMs } from '@sonaqor/storybook/fixtures/time'
import type { KeyHistory } from '@sonaqor/contract/key-history'
import { expect, jest, test } from '@jest/globals'
import { within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { openDrawer, pageOver } from '../../testing/show-keys-page.tsx'

const key = keyOf({ state: 'revoked', revokedAt: ago(2 * hourMs) })
const pageOf = pageOver({ keys: [key], apps: [] })

async function openWith(history: () => Promise<KeyHistory>) {
  pageOf({
    api: {
      keys: { history, list: () => pageWith([key]), show: () => Promise.resolve(key) },
    },
  })
  return openDrawer(key.label)
}

const eventsIn = (drawer: Awaited<ReturnType<typeof openDrawer>>) =>
  within(drawer.getByRole('list', { name: 'History' })).getAllByRole('listitem')

test('KY-6: that a key was reported as leaked comes first: by whom, where it was found, and what to look for', async () => {
  const drawer = await openWith(() => Promise.resolve(leakedHistory()))
  const title = await drawer.findByText('This key was reported as leaked, and revoked')
  const news = within(title.closest<HTMLElement>('.sq-banner')!)
  expect(news.getByText(/^GitHub found it/).textContent).toContain('2 hours ago')
  expect(news.getByText('https://github.com/acme/shop/blob/main/.env')).toBeTruthy()
  expect(news.getByText(/requests that were not yours/)).toBeTruthy()
})

test('KY-6: nobody is led to where a finder says that it was, for that may be anywhere', async () => {
  const drawer = await openWith(() => Promise.resolve(leakedHistory('report')))
  expect(await drawer.findByText(/^It was reported .*by somebody who had it/)).toBeTruthy()
  expect(drawer.queryAllByRole('link', { name: /github\.com/ })).toEqual([])
})

test('KY-6: of a rotation’s old secret it says that the key itself goes on', async () => {
  const leak = { by: 'report', url: null, secret: 'old' } as const
  const drawer = await openWith(() =>
    Promise.resolve(historyOf(eventOf({ what: 'leak-reported', leak }))),
  )
  expect(await drawer.findByText(/^An old secret of this key was reported/)).toBeTruthy()
  expect(drawer.queryByText(/^Found at/)).toBeNull()
})

test('KY-5 KY-8: what was done and what happened is told in its order, a few at first', async () => {
  const drawer = await openWith(() => Promise.resolve(leakedHistory()))
  await drawer.findByRole('list', { name: 'History' })
  expect(eventsIn(drawer)).toHaveLength(5)
  await userEvent.click(drawer.getByRole('button', { name: 'Show all 8' }))
  const words = eventsIn(drawer).map((item) => item.querySelector('span')?.textContent)
  expect(words).toEqual([
    'Revoked',
    'Reported as leaked by GitHub',
    'Used from a new address, 198.51.100.9',
    'Reminder sent to 3 people, 14 days before expiry',
    'Refused: 192.0.2.4 is no allowed address',
    'Changed by Olga Owner',
    'Rotated by Dana Developer',
    'Issued by Dana Developer',
  ])
})

test('KY-5: what is younger than this module is told by its name', async () => {
  const what = 'praised' as 'issued'
  const drawer = await openWith(() => Promise.resolve(historyOf(eventOf({ what }))))
  expect(await drawer.findByText('praised')).toBeTruthy()
})

test('KY-5: a history that cannot be read says so in its place, and the key stays in view', async () => {
  const history = jest
    .fn(() => Promise.resolve(historyOf()))
    .mockImplementation(() => Promise.reject(new TypeError('no answer')))
  const drawer = await openWith(history)
  expect(await drawer.findByText('The server could not be reached')).toBeTruthy()
  expect(drawer.getByText(key.id)).toBeTruthy()
})

const changed = () => Promise.resolve(historyOf(eventOf({ id: 'e-1', what: 'updated' })))

test.each([
  [
    'leads to what was changed',
    ['keys:read', 'audit:read'],
    [{ view: 'home.audit', params: { entry: 'e-1' } }],
  ],
  ['leads nowhere without audit:read', ['keys:read'], []],
] as const)('KY-5: a change of a key %s', async (_, scopes, ways) => {
  const module = pageOf({
    scopes: [...scopes],
    api: {
      keys: { history: changed, list: () => pageWith([key]), show: () => Promise.resolve(key) },
    },
  })
  const drawer = await openDrawer(key.label)
  await drawer.findByRole('list', { name: 'History' })
  for (const button of drawer.queryAllByRole('button', { name: 'What changed' })) {
    await userEvent.click(button)
  }
  expect(module.navigated).toEqual(ways)
})

test('KY-5: what a change changed is told from what to what, of a list what came and what went', async () => {
  const expiresAt = '2090-03-01T10:30:00.000Z'
  const changes = [
    { field: 'label', from: 'Before', to: 'After' },
    { field: 'scopes', from: ['logs:read', 'apps:read'], to: ['apps:read'] },
    { field: 'ipAllowlist', from: [], to: ['203.0.113.0/24'] },
    { field: 'requestsPerMinute', from: 1200, to: null },
    { field: 'expiresAt', from: null, to: expiresAt },
  ] as const
  const event = eventOf({
    what: 'updated',
    changes: changes.map(({ from, to, field }) => ({
      field,
      from: typeof from === 'object' && from ? [...from] : from,
      to: typeof to === 'object' && to ? [...to] : to,
    })),
  })
  pageOf({ api: { keys: { history: () => Promise.resolve(historyOf(event)) } } })
  const drawer = await openDrawer(key.label)
  const list = await drawer.findByRole('list', { name: 'History' })
  const lines = [...list.querySelectorAll('.sq-key-history-changes > p')]
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    'Label: Before → After',
    'Scopes: removed logs:read',
    'Allowed addresses: Any address → 203.0.113.0/24',
    'Requests a minute: 1,200 → No limit of its own',
    expect.stringMatching(/^Expiry: Never → .*2090/),
  ])
})
