import {
  adviceOf,
  broadKey,
  earlyAdvice,
  fittingAdvice,
  idleAdvice,
} from '@sonaqor/storybook/fixtures/key-care'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import type { ModuleContext } from '@sonaqor/module'
import type { FakeModuleOptions } from '@sonaqor/module/testing'
import { expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { memoryViewState } from '@sonaqor/module/testing'
import { openDrawer, pageOver, rowOf } from '../../testing/show-keys-page.tsx'

type Update = ModuleContext['api']['keys']['update']

const key = broadKey()
const pageOf = pageOver({ keys: [key], apps: [] })
const narrowed = broadKey({ scopes: ['customers:ingest', 'transactions:ingest'], revision: 2 })

function showPage({ api, ...options }: FakeModuleOptions = {}) {
  const update = jest.fn<Update>(() => Promise.resolve(narrowed))
  const module = pageOf({
    ...options,
    api: { keys: { update, advice: () => Promise.resolve(adviceOf()), ...api?.keys } },
  })
  return { module, update }
}

const narrow = 'Narrow to what it uses…'

test('KY-8: each scope says what the key made of it, and what it can do without is one press away', async () => {
  const { update } = showPage()
  const drawer = await openDrawer(key.label)
  expect(await drawer.findByText('2 of 4 scopes were not used for 30 days')).toBeTruthy()
  expect(drawer.getByText(/^Counted since .*\d{4}, over its requests/)).toBeTruthy()
  const lines = drawer.getAllByRole('listitem').map((item) => item.textContent)
  expect(lines).toContain(
    'Send customer datacustomers:ingest1,204 requests · last used 3 minutes ago',
  )
  expect(lines).toContain('See the requests made with API keyslogs:readNot used for 30 days')

  await userEvent.click(drawer.getByRole('button', { name: narrow }))
  const dialog = within(await screen.findByRole('dialog', { name: `Narrow “${key.label}”?` }))
  expect(dialog.getByText('customers:read')).toBeTruthy()
  expect(dialog.queryByText('customers:ingest')).toBeNull()
  expect(dialog.getByText('GET /v1/logs')).toBeTruthy()
  expect(dialog.getByText(/a key never gains a scope/)).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Narrow key' }))
  expect(await screen.findByText(`“${key.label}” was narrowed`)).toBeTruthy()
  expect(update).toHaveBeenCalledWith({
    params: { id: key.id },
    body: { scopes: ['customers:ingest', 'transactions:ingest'] },
    ifMatch: 1,
  })
  expect(screen.queryByRole('dialog', { name: /^Narrow/ })).toBeNull()
})

test.each([
  [key.scopes, /Requests that were refused are counted under “Use” alone\.$/],
  [[...key.scopes, 'embeds:create'], /took, those of its embed sessions included\. “Use” counts/],
] as const)(
  'KY-4 KY-8: beside the counts of scopes stands what those of its use count instead: %#',
  async (scopes, words) => {
    const its = broadKey({ scopes: [...scopes] })
    showPage({ api: { keys: { list: () => pageWith([its]), show: () => Promise.resolve(its) } } })
    const drawer = await openDrawer(key.label)
    expect((await drawer.findByText(/^In the last 30 days: each accepted/)).textContent).toMatch(
      words,
    )
  },
)

test('KY-8: it is narrowed by nobody who only looked, and a refusal stays in the question', async () => {
  const update = jest.fn<Update>(() => Promise.reject(new TypeError('no answer')))
  showPage({ api: { keys: { update } } })
  const drawer = await openDrawer(key.label)
  await userEvent.click(await drawer.findByRole('button', { name: narrow }))
  const dialog = within(await screen.findByRole('dialog', { name: /^Narrow/ }))
  await userEvent.click(dialog.getByRole('button', { name: 'Narrow key' }))
  expect(await dialog.findByText('The server could not be reached')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('dialog', { name: /^Narrow/ })).toBeNull()
  expect(update).toHaveBeenCalledTimes(1)
})

test.each([
  [earlyAdvice(), /^Too early to say .* counted since .*\. From .* on it is known\.$/],
  [fittingAdvice(), 'All of its scopes were used in the last 30 days.'],
  [idleAdvice(), 'None of its scopes was used for 30 days'],
])('KY-8: where there is nothing to narrow, it says why: %#', async (advice, words) => {
  showPage({ api: { keys: { advice: () => Promise.resolve(advice) } } })
  const drawer = await openDrawer(key.label)
  expect(await drawer.findByText(words)).toBeTruthy()
  expect(drawer.queryByRole('button', { name: narrow })).toBeNull()
})

test('KY-8: before a month is over nothing is called needless', async () => {
  showPage({ api: { keys: { advice: () => Promise.resolve(earlyAdvice()) } } })
  const drawer = await openDrawer(key.label)
  expect(await drawer.findAllByText('Not used since counting began')).toHaveLength(2)
  expect(drawer.queryByText('Not used for 30 days')).toBeNull()
})

test('KY-8: a key that nobody uses leads to the question whether to revoke it', async () => {
  showPage({ api: { keys: { advice: () => Promise.resolve(idleAdvice()) } } })
  const drawer = await openDrawer(key.label)
  const news = (await drawer.findByText(/^None of its scopes/)).closest<HTMLElement>('.sq-banner')
  await userEvent.click(within(news!).getByRole('button', { name: 'Revoke…' }))
  expect(await screen.findByRole('dialog', { name: `Revoke “${key.label}”?` })).toBeTruthy()
})

test('KY-8: what cannot be read is said, tried again, and takes no scope away from view', async () => {
  const advice = jest
    .fn(() => Promise.resolve(adviceOf()))
    .mockImplementationOnce(() => Promise.reject(new TypeError('no answer')))
  showPage({ api: { keys: { advice } } })
  const drawer = await openDrawer(key.label)
  expect(await drawer.findByText('Could not read which scopes it uses.')).toBeTruthy()
  expect(drawer.getByText('logs:read')).toBeTruthy()
  await userEvent.click(drawer.getByRole('button', { name: 'Try again' }))
  expect(await drawer.findByText('2 of 4 scopes were not used for 30 days')).toBeTruthy()
})

test('KY-8: of a key that is over nothing is asked, for there is nothing to narrow', async () => {
  const over = broadKey({ state: 'revoked', revokedAt: key.issuedAt })
  const advice = jest.fn(() => Promise.resolve(adviceOf()))
  const list = () => pageWith([over])
  showPage({ api: { keys: { advice, list, show: () => Promise.resolve(over) } } })
  const drawer = await openDrawer(over.label)
  expect(await drawer.findByText('logs:read')).toBeTruthy()
  expect(advice).not.toHaveBeenCalled()
})

test('EM-10: who can only read is told what the key can do without, and is offered nothing', async () => {
  showPage({ kind: 'embed', scopes: ['keys:read'] })
  const drawer = await openDrawer(key.label)
  expect(await drawer.findByText('2 of 4 scopes were not used for 30 days')).toBeTruthy()
  expect(drawer.queryByRole('button', { name: narrow })).toBeNull()
})

test('EM-10: in a partner’s page a production key is narrowed in a window of ours, where it is asked at once', async () => {
  const live = broadKey({ environment: 'production' })
  const leaveFor = jest.fn((_view: string, _params?: object) => Promise.resolve())
  const keys = { list: () => pageWith([live]), show: () => Promise.resolve(live) }
  showPage({ kind: 'embed', environment: 'production', leaveFor, api: { keys } })
  const drawer = await openDrawer(live.label)
  await userEvent.click(await drawer.findByRole('button', { name: 'Narrow in a new window…' }))
  expect(leaveFor).toHaveBeenCalledWith('keys.list', { key: live.id, act: 'narrow' })
})

test('EM-10: whoever comes from there is asked at once, and no more once they have answered', async () => {
  const viewState = memoryViewState({ key: key.id, act: 'narrow' })
  showPage({ viewState })
  const dialog = within(await screen.findByRole('dialog', { name: /^Narrow/ }))
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Narrow/ })).toBeNull())
  expect(viewState.read()).toEqual({ key: key.id })
})

test('EM-10: who comes to narrow what needs it no more is not asked later on either', async () => {
  const viewState = memoryViewState({ key: key.id, act: 'narrow' })
  showPage({ viewState, api: { keys: { advice: () => Promise.resolve(fittingAdvice()) } } })
  await waitFor(() => expect(viewState.read()).toEqual({ key: key.id }))
  expect(screen.queryByRole('dialog', { name: /^Narrow/ })).toBeNull()
})

test('KY-8: the list hints at scopes to no use, of those keys alone, and does without where it cannot', async () => {
  const advised = jest.fn(() =>
    Promise.resolve({ asOf: key.issuedAt, keys: [{ keyId: key.id, unused: 2, of: 4 }] }),
  )
  const other = keyOf({ id: 'other', label: 'Other' })
  showPage({ api: { keys: { advised, list: () => pageWith([key, other]) } } })
  const row = within(await rowOf(key.label))
  expect((await row.findByText('2 unused scopes')).title).toBe('Not used for 30 days')
  expect(row.getByText('+3 more')).toBeTruthy()
  expect(within(await rowOf('Other')).queryByText(/unused/)).toBeNull()
})
