import { afterEach, expect, jest, test } from '@jest/globals'
import type { OpenedSession } from '@sonaqor/contract/embeds'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, memoryViewState, type FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import EmbedsPage from './embeds-page.tsx'
import {
  endedSession,
  lockedSession,
  nobodysSession,
  sessionOf,
  sessions,
} from './testing/sessions.ts'
import { languages } from './texts/index.ts'

type Api = ModuleContext['api']['embeds']

const scopes = ['embeds:read', 'embeds:create', 'keys:read'] as const

afterEach(() => {
  jest.restoreAllMocks()
})

function showPage(
  options: Omit<FakeModuleOptions, 'api'> = {},
  embeds: Partial<Api> = {},
  locale = 'en',
) {
  const list = jest.fn<Api['list']>(() => pageWith(sessions))
  const show = jest.fn<Api['show']>(({ params }) =>
    Promise.resolve(sessions.find(({ id }) => id === params.id) ?? sessionOf()),
  )
  const module = fakeModule({ scopes, ...options, api: { embeds: { list, show, ...embeds } } })
  render(
    <Surface locale={locale}>
      <EmbedsPage />
    </Surface>,
    { wrapper: module.wrapper },
  )
  return { ...module, list }
}

const table = () => screen.findByRole('table', { name: 'Embed sessions' })
const rowOf = async (session: OpenedSession) => {
  const name = `Session of ${session.user?.name ?? 'Nobody named'}`
  const row = within(await table())
    .getAllByRole('row')
    .find((one) => within(one).queryByRole('button', { name }))
  return within(row!)
}
const choose = async (session: OpenedSession, item: string) => {
  const row = await rowOf(session)
  const user = session.user?.name ?? 'Nobody named'
  const menu = await row.findByRole('button', { name: `Actions for the session of ${user}` })
  await userEvent.click(menu)
  await userEvent.click(await screen.findByRole('menuitem', { name: item, hidden: true }))
}

test('XC-2 without embeds:read the page names the missing scope and asks for nothing', () => {
  const { list } = showPage({ scopes: [] })
  expect(screen.getByText('embeds:read')).toBeTruthy()
  expect(list).not.toHaveBeenCalled()
})

test('EM-2 each session says who sits where, by which key and app, and until when', async () => {
  showPage()
  const row = await rowOf(lockedSession)
  for (const words of ['branch-north/4711', 'portal.example.com', 'Merchant portal', 'Locked']) {
    expect(row.getByText(words)).toBeTruthy()
  }
  expect(row.getByText('by Portal server')).toBeTruthy()
  expect(row.getByText(/in 42 minutes/)).toBeTruthy()
  const nobodys = await rowOf(nobodysSession)
  for (const words of ['reads only', 'Not entered yet', 'Never']) {
    expect(nobodys.getByText(words)).toBeTruthy()
  }
})

test('EM-11 the drawer says in words what a session is locked to, and that its page is not told', async () => {
  showPage({ viewState: memoryViewState({ session: lockedSession.id }) })
  const drawer = within(await screen.findByRole('dialog'))
  for (const words of [
    'Only the 3 customers cust-1001, cust-1002, and cust-1003.',
    'Only customers of the regions North and Coast.',
    'Personal fields are held back.',
    'The server enforces it, and the page is not told.',
  ]) {
    expect(drawer.getByText(words)).toBeTruthy()
  }
})

test('EM-11 whoever may not see customers learns how many there are, and no name', async () => {
  const filters = { externalIds: null, customers: 2, regions: null, masked: false }
  showPage(
    { viewState: memoryViewState({ session: lockedSession.id }) },
    { show: () => Promise.resolve({ ...lockedSession, filters }), list: () => pageWith([]) },
  )
  const drawer = within(await screen.findByRole('dialog'))
  expect(await drawer.findByText('Only 2 customers, whom you may not see.')).toBeTruthy()
})

test('EM-2 one session is revoked after a question that says what it does', async () => {
  const revokeSession = jest.fn<Api['revokeSession']>(() => Promise.resolve())
  const { list } = showPage({}, { revokeSession })
  await choose(sessionOf(), 'Revoke session…')
  const dialog = within(await screen.findByRole('dialog', { name: /Ada Marsh/ }))
  expect(dialog.getByText(/cannot be undone/)).toBeTruthy()
  expect(revokeSession).not.toHaveBeenCalled()
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke session' }))
  expect(revokeSession).toHaveBeenCalledWith({ params: { id: sessionOf().id } })
  await waitFor(() => expect(list).toHaveBeenCalledTimes(2))
  expect(screen.queryByRole('dialog', { name: /Ada Marsh/ })).toBeNull()
})

test.each([
  ['Revoke all of Ada Marsh…', { appId: sessionOf().app.id, userRef: 'merchant-7' }],
  ['Revoke all of Merchant portal…', { appId: sessionOf().app.id, userRef: undefined }],
])('EM-2 all of them at once, those that are meant alone: %s', async (item, body) => {
  const revokeMany = jest.fn<Api['revokeMany']>(() => Promise.resolve({ revoked: 4 }))
  showPage({}, { revokeMany })
  await choose(sessionOf(), item)
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke sessions' }))
  expect(revokeMany).toHaveBeenCalledWith({ body })
  expect(await screen.findByText('4 sessions revoked')).toBeTruthy()
})

test('what is over cannot be revoked again, and says so', async () => {
  showPage()
  await choose(endedSession, 'Revoke session…')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('nobody’s session has no user to end', async () => {
  showPage()
  const row = await rowOf(nobodysSession)
  await userEvent.click(await row.findByRole('button', { name: /^Actions/ }))
  const items = screen.getAllByRole('menuitem', { hidden: true }).map((one) => one.textContent)
  expect(items).toEqual(['Show details', 'Revoke session…', 'Revoke all of Merchant portal…'])
})

test('XC-2 whoever may only look is offered no end', async () => {
  showPage({ scopes: ['embeds:read'], viewState: memoryViewState({ session: sessionOf().id }) })
  const drawer = within(await screen.findByRole('dialog'))
  await drawer.findByText('merchant-7')
  expect(drawer.queryByRole('button', { name: 'Revoke' })).toBeNull()
})

test('XC-12 it moves without a reload', async () => {
  const { list, emit } = showPage()
  await table()
  emit('embeds.revoked', { sessionId: sessionOf().id, appId: sessionOf().app.id })
  await waitFor(() => expect(list).toHaveBeenCalledTimes(2))
})

test('what is chosen stands in the address, and the tab with it', async () => {
  const viewState = memoryViewState({ tab: 'sessions', state: 'live', search: 'ada' })
  const { list } = showPage({ viewState })
  await table()
  expect(list.mock.calls[0]?.[0]).toMatchObject({ query: { state: 'live', search: 'ada' } })
  await userEvent.click(screen.getByRole('tab', { name: 'Doctor' }))
  expect(viewState.read()).toMatchObject({ tab: 'doctor' })
})

test('EM-1 where there is none yet, the way to the first one is shown', async () => {
  showPage({}, { list: () => pageWith([]) })
  const link = await screen.findByRole('link', { name: /How to embed a module/ })
  expect(link.getAttribute('href')).toBe('/docs/embedding')
})

test('XC-11 it speaks German', async () => {
  await loadTexts('de', languages)
  showPage({}, {}, 'de')
  expect(await screen.findByRole('table', { name: 'Embed-Sitzungen' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Einbettungen' })).toBeTruthy()
})
