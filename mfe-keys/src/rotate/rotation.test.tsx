import type { ModuleContext } from '@sonaqor/module'
import {
  quietRotation,
  rotatingKey,
  rotationOf,
  userOf,
} from '@sonaqor/storybook/fixtures/key-rotation'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { ago, dayMs, hourMs } from '@sonaqor/storybook/fixtures/time'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { actsOn, openDrawer, pageOver, rowOf } from '../testing/show-keys-page.tsx'

type Keys = ModuleContext['api']['keys']

const key = rotatingKey()
const ended = rotatingKey({ oldSecret: null, revision: 3 })
const scopes = ['keys:read', 'keys:write', 'apps:read', ...key.scopes] as const
const pageOf = pageOver({ keys: [key], apps: [] })
const showPage = ({ api, ...options }: FakeModuleOptions = {}) =>
  pageOf({
    scopes,
    ...options,
    api: { ...api, keys: { rotation: () => Promise.resolve(rotationOf()), ...api?.keys } },
  })

const endWord = 'End the old secret now…'
const isDisabled = (item: HTMLElement) => item.getAttribute('aria-disabled') === 'true'

test('KY-3: a key is rotated from its row, in a view of its own that alone shows the secret', async () => {
  const module = showPage()
  const menu = await actsOn(key.label)
  await userEvent.click(menu.getByRole('menuitem', { name: 'Rotate…' }))
  expect(module.opened).toEqual([{ view: 'keys.rotate', params: { keyId: key.id } }])
})

test('KY-3: and from its drawer, after which the list is read again', async () => {
  const list = jest.fn(() => pageWith([key]))
  const module = showPage({ api: { keys: { list } } })
  const drawer = await openDrawer(key.label)
  const before = list.mock.calls.length
  await userEvent.click(drawer.getByRole('button', { name: 'Rotate…' }))
  expect(module.opened).toHaveLength(1)
  await waitFor(() => expect(list.mock.calls.length).toBeGreaterThan(before))
})

test('KY-3: a key that is over is offered no rotation', async () => {
  const over = keyOf({ state: 'revoked' })
  showPage({ api: { keys: { list: () => pageWith([over]) } } })
  const menu = await actsOn(over.label)
  expect(menu.queryByRole('menuitem', { name: /^Rotate/ })).toBeNull()
})

test('KY-3: who lacks a scope of the key is told so in the menu, and in the drawer', async () => {
  const module = showPage({ scopes: ['keys:read', 'keys:write'] })
  const menu = await actsOn(key.label)
  const item = menu.getByRole('menuitem', { name: /^Rotate/ })
  expect(isDisabled(item)).toBe(true)
  expect(menu.getByText(/You lack customers:ingest/)).toBeTruthy()
  await userEvent.click(menu.getByRole('menuitem', { name: 'Show details' }))
  const drawer = within(await screen.findByRole('dialog', { name: key.label }))
  const button = drawer.getByRole('button', {
    name: /^Rotate/,
    description: /You lack customers:ingest/,
  })
  expect(isDisabled(button)).toBe(true)
  await userEvent.click(button)
  expect(module.opened).toEqual([])
})

test('EM-2: a session without the view, or without keys:write, offers no rotation', async () => {
  showPage({ kind: 'embed', views: ['keys.list', 'keys.issue'] })
  const menu = await actsOn(key.label)
  expect(menu.queryByRole('menuitem', { name: /^Rotate/ })).toBeNull()
  expect(menu.getByRole('menuitem', { name: /^Revoke/ })).toBeTruthy()
})

test('EM-10: who can only read sees who uses the old secret, and can end nothing', async () => {
  showPage({ kind: 'embed', scopes: ['keys:read'] })
  const drawer = await openDrawer(key.label)
  expect(await drawer.findByText('Not safe to end yet')).toBeTruthy()
  expect(drawer.queryByRole('button', { name: endWord })).toBeNull()
})

test('KY-8: a key with two secrets says so in the list', async () => {
  showPage()
  expect(within(await rowOf(key.label)).getByText('Rotating')).toBeTruthy()
})

test('KY-8: the cockpit shows both secrets, what each is used for, and who still uses the old one', async () => {
  showPage()
  const drawer = await openDrawer(key.label)
  const secrets = within(await drawer.findByRole('list', { name: 'Secrets of the key' }))
  const [old, young] = secrets.getAllByRole('listitem').map((item) => item.textContent)
  expect(old).toBe(
    'Old secretsq_test_9fK2…x7Qz1,243 requests since the rotation · last used 4 minutes ago',
  )
  expect(young).toBe('New secretsq_test_Nw7d…k2Ty5,210 requests · last used now')
  expect(drawer.getByText('in 18 hours')).toBeTruthy()
  expect(drawer.getByText('in 6 hours')).toBeTruthy()
  expect(drawer.getByText(/^The old secret was used a short while ago/)).toBeTruthy()
  const table = within(drawer.getByRole('table', { name: 'Who still uses the old secret' }))
  const [, first] = table.getAllByRole('row')
  for (const words of ['203.0.113.24', 'checkout/4.2 (node 24.1)', 'POST /v1/transactions']) {
    expect(within(first!).getByText(words)).toBeTruthy()
  }
})

const nothingAsked = {
  from: ago(dayMs),
  to: ago(0),
  intervalSeconds: 3600,
  buckets: [],
  isApproximate: false,
  completeFrom: ago(dayMs),
}

test('KY-8: what the key is used for is read for the moment that its cockpit tells of', async () => {
  let asOf = ago(0)
  const rotation = () => Promise.resolve(rotationOf({ asOf }))
  const histogram = jest.fn<ModuleContext['api']['logs']['histogram']>(() =>
    Promise.resolve(nothingAsked),
  )
  const module = showPage({
    scopes: [...scopes, 'logs:read'],
    api: { keys: { rotation }, logs: { histogram } },
  })
  const drawer = await openDrawer(key.label)
  await drawer.findByText('Rotation')
  const end = () => Date.parse(String(histogram.mock.lastCall?.[0]?.query?.to))
  await waitFor(() => expect(end()).toBeGreaterThan(0))
  const before = end()
  asOf = ago(-2 * hourMs)
  module.emit('keys.updated', { keyId: key.id })
  await waitFor(() => expect(end() - before).toBeGreaterThanOrEqual(hourMs))
})

test('KY-8: that nobody uses the old secret is said as of a moment, and how late a use is told', async () => {
  const asOf = '2026-11-22T21:36:50.000Z'
  const oldSecret = { ...rotationOf().oldSecret!, requests: 0, lastUsedAt: null }
  const unused = { users: [], oldSecret }
  const rotation = () => Promise.resolve(rotationOf({ ...unused, asOf }))
  showPage({ api: { keys: { rotation } } })
  const drawer = await openDrawer(key.label)
  const clock = new Date(asOf).toLocaleTimeString('en', { timeStyle: 'medium' })
  const says = (_: string, element: Element | null) =>
    element?.tagName === 'P' &&
    element.textContent === `As of ${clock}. A use appears here within 15 seconds.`
  expect(await drawer.findByText(says)).toBeTruthy()
  expect(drawer.getByText('Not used since the rotation')).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: endWord }))
  const dialog = within(await screen.findByRole('dialog', { name: /^End the old secret/ }))
  expect(dialog.getByText(says)).toBeTruthy()
})

test('KY-8: many users are shown a few at first', async () => {
  const users = Array.from({ length: 7 }, (_, index) => userOf({ ip: `203.0.113.${index}` }))
  showPage({ api: { keys: { rotation: () => Promise.resolve(rotationOf({ users })) } } })
  const drawer = await openDrawer(key.label)
  await userEvent.click(await drawer.findByRole('button', { name: 'Show all 7' }))
  expect(drawer.getByText('203.0.113.6')).toBeTruthy()
})

test.each([
  [{}, /used a short while ago/],
  [{ oldSecret: { ...rotationOf().oldSecret!, requests: 0, lastUsedAt: null } }, /not long enough/],
  [{ because: 'new-unused' as const, safeFrom: ago(hourMs) }, /nobody has used the new one either/],
  [quietRotation(), /long enough, and the new one is in use/],
])('KY-8: whether it is safe is said with its reason: %#', async (change, reason) => {
  showPage({ api: { keys: { rotation: () => Promise.resolve(rotationOf(change)) } } })
  const drawer = await openDrawer(key.label)
  expect(await drawer.findByText(reason)).toBeTruthy()
  const isSafe = 'safeToEnd' in change
  expect(drawer.queryByText('Safe to end the old secret') !== null).toBe(isSafe)
})

test('KY-8: ending it too early names whoever would be cut off, and what is done is told', async () => {
  let now = key
  const endOverlap = jest.fn<Keys['endOverlap']>(() => Promise.resolve((now = ended)))
  showPage({ api: { keys: { endOverlap, show: () => Promise.resolve(now) } } })
  const drawer = await openDrawer(key.label)
  await userEvent.click(await drawer.findByRole('button', { name: endWord }))
  const name = `End the old secret of “${key.label}”?`
  const dialog = within(await screen.findByRole('dialog', { name }))
  expect(dialog.getByText('These would be refused from their next request on')).toBeTruthy()
  expect(dialog.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '203.0.113.24 checkout/4.2 (node 24.1)',
    '2001:db8:85a3::8a2e:370:7334 python-requests/2.32.3',
    '203.0.113.24 Not named',
  ])
  await userEvent.click(dialog.getByRole('button', { name: 'End old secret' }))
  expect(endOverlap).toHaveBeenCalledWith({ params: { id: key.id }, ifMatch: key.revision })
  expect(await screen.findByText(`The old secret of “${key.label}” has ended`)).toBeTruthy()
  expect(screen.queryByRole('dialog', { name })).toBeNull()
  // What had the focus is gone; what follows has it.
  await waitFor(() => expect(drawer.queryByText('Rotation')).toBeNull())
  const heading = await drawer.findByRole('heading', { name: 'Use' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
})

test('KY-8: where it is safe the question says so, and it can be left', async () => {
  showPage({ api: { keys: { rotation: () => Promise.resolve(quietRotation()) } } })
  const drawer = await openDrawer(key.label)
  await userEvent.click(await drawer.findByRole('button', { name: endWord }))
  const dialog = within(await screen.findByRole('dialog', { name: /^End the old secret/ }))
  expect(dialog.getByText('Safe to end the old secret')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Keep both' }))
  expect(screen.queryByRole('dialog', { name: /^End the old secret/ })).toBeNull()
})

test('KY-8: a refusal is shown in the question, which stays', async () => {
  showPage({ api: { keys: { endOverlap: () => Promise.reject(new TypeError('no answer')) } } })
  const drawer = await openDrawer(key.label)
  await userEvent.click(await drawer.findByRole('button', { name: endWord }))
  const dialog = within(await screen.findByRole('dialog', { name: /^End the old secret/ }))
  await userEvent.click(dialog.getByRole('button', { name: 'End old secret' }))
  expect(await dialog.findByText('The server could not be reached')).toBeTruthy()
})

test('KY-3: whoever revokes a key in a rotation is told that both secrets end, and who uses the old one', async () => {
  showPage()
  const menu = await actsOn(key.label)
  await userEvent.click(menu.getByRole('menuitem', { name: 'Revoke…' }))
  const dialog = within(await screen.findByRole('dialog', { name: /^Revoke/ }))
  const ends = dialog.getByText(/^Requests with/).textContent
  expect(ends).toContain('sq_test_Nw7d…k2Ty')
  expect(ends).toContain('the old secret, sq_test_9fK2…x7Qz')
  expect(await dialog.findByText('The old secret is still used by')).toBeTruthy()
  expect(dialog.getAllByRole('listitem')[0]?.textContent).toMatch(/^203\.0\.113\.24/)
})

test('XC-5: what happens to the key elsewhere is seen without a reload', async () => {
  const show = jest
    .fn(() => Promise.resolve(ended))
    .mockImplementationOnce(() => Promise.resolve(key))
  const module = showPage({ api: { keys: { show } } })
  const drawer = await openDrawer(key.label)
  await drawer.findByText('Rotation')
  module.emit('keys.overlap-ended', { keyId: key.id })
  await waitFor(() => expect(drawer.queryByText('Rotation')).toBeNull())
})

test('KY-8: when the clock has ended it, the key is read again', async () => {
  const over = { oldSecret: null, because: 'no-overlap' as const, users: [] }
  const show = jest
    .fn(() => Promise.resolve(ended))
    .mockImplementationOnce(() => Promise.resolve(key))
  showPage({ api: { keys: { show, rotation: () => Promise.resolve(rotationOf(over)) } } })
  const drawer = await openDrawer(key.label)
  await waitFor(() => expect(show.mock.calls.length).toBeGreaterThan(1))
  await waitFor(() => expect(drawer.queryByText('Rotation')).toBeNull())
})
