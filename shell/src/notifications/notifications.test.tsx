/** XC-13: the inbox, what one hears of, and the delivery log. */
import { expect, test } from '@jest/globals'
import type { Preferences } from '@sonaqor/contract/notifications'
import { Surface } from '@sonaqor/ui'
import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Notifications } from './notifications.tsx'
import { listOf, preferences, told, toldHost, unreachable, type ToldHost } from './testing/told.ts'

const leader = ['notifications:read', 'team:read']

function show({
  host = toldHost(),
  address = {},
  scopes = leader,
}: {
  readonly host?: ToldHost
  readonly address?: Readonly<Record<string, string>>
  readonly scopes?: readonly string[]
} = {}) {
  const viewState = memoryViewState(address)
  render(
    <Surface>
      <Notifications host={host} viewState={viewState} scopes={scopes} />
    </Surface>,
  )
  return { host, viewState }
}

/** Two at a time, unless as many are asked for as are shown already. */
function inTwoPages({ path }: { readonly path: string }) {
  if (path.includes('cursor=c1')) return { ...listOf(told.slice(2)), unread: 2 }
  return { ...listOf(told.slice(0, 2), 'c1'), unread: 2 }
}

const queries = (host: ToldHost, start: string) =>
  host.asked.filter(({ path }) => path.startsWith(start)).map(({ path }) => path.split('?')[1])
const turned = (name: string | RegExp) => screen.findByRole('switch', { name })

test('XC-13 unread ones alone are asked for by the address, and all again', async () => {
  const host = toldHost({ 'GET /v1/notifications': () => ({ ...listOf([]), unread: 0 }) })
  const { viewState } = show({ host, address: { unread: 'true', project: 'all' } })
  expect(await screen.findByText('You have read all of them')).toBeTruthy()
  expect(queries(host, '/v1/notifications?')).toContain('limit=25&locale=en&unread=true')
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
  expect(viewState.read()).toEqual({ project: 'all' })
  expect(await screen.findByText('No notifications yet')).toBeTruthy()
})

test('XC-13 the list goes on page by page, and stays as long when it is read again', async () => {
  const host = toldHost({ 'GET /v1/notifications': inTwoPages })
  show({ host })
  await userEvent.click(await screen.findByRole('button', { name: 'Load more' }))
  expect(await screen.findByText('Your role was changed')).toBeTruthy()
  expect(screen.getByText('4 notifications')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull()
})

test('XC-13 what arrives is there by itself for who is at the top, and asked about further down', async () => {
  const host = toldHost()
  show({ host })
  await screen.findByText('Your role was changed')
  const before = host.asked.length
  await act(async () => host.tell('notifications.arrived'))
  expect(host.asked.length).toBeGreaterThan(before)
  Object.assign(window, { scrollY: 900, scrollTo: () => Object.assign(window, { scrollY: 0 }) })
  const read = host.asked.length
  await act(async () => host.tell('notifications.arrived'))
  expect(host.asked.length).toBe(read)
  await userEvent.click(screen.getByRole('button', { name: 'Show new notifications' }))
  await waitFor(() => expect(host.asked.length).toBeGreaterThan(read))
})

test('XC-13 a choice holds at once, is said, and can be taken back', async () => {
  const { host } = show({ address: { show: 'preferences' } })
  const name = 'An API key for production was revoked: e-mail'
  const way = await turned(name)
  expect(way).toHaveProperty('checked', true)
  await userEvent.click(way)
  expect(await turned(name)).toHaveProperty('checked', false)
  await userEvent.click(await screen.findByRole('button', { name: /Undo/ }))
  await waitFor(async () => expect(await turned(name)).toHaveProperty('checked', true))
  const sent = host.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)
  expect(sent).toEqual(
    [false, true].map((on) => ({
      changes: [{ kind: 'keys.revoked', channel: 'mail', on }],
      locale: 'en',
    })),
  )
})

test('XC-13 a choice that was not saved is taken back and said', async () => {
  const host = toldHost({ 'PUT /v1/notifications/preferences': unreachable })
  show({ host, address: { show: 'preferences' } })
  const name = 'An API key for production was issued: e-mail'
  await userEvent.click(await turned(name))
  expect((await screen.findAllByText('Your choice was not saved')).length).toBeGreaterThan(0)
  expect(await turned(name)).toHaveProperty('checked', false)
})

test('XC-13 a security notice has no switch, and says why; a channel that is not there is told', async () => {
  show({ address: { show: 'preferences' } })
  const row = within(await screen.findByRole('row', { name: /A sign-in from an unknown device/ }))
  expect(row.getAllByText('Always on')).toHaveLength(2)
  expect(row.queryByRole('switch')).toBeNull()
  expect(screen.getByText(/^What is always on keeps your account safe/)).toBeTruthy()
  expect(screen.getByText('Slack and Text message: not set up for you')).toBeTruthy()
  expect(screen.queryByRole('columnheader', { name: 'Slack' })).toBeNull()
})

test('XC-13 a channel that can be reached is offered', async () => {
  const kinds = JSON.parse(JSON.stringify(preferences.kinds)) as Preferences['kinds']
  for (const { channels } of kinds) {
    for (const way of channels) way.reachable = way.channel !== 'sms'
  }
  const host = toldHost({ 'GET /v1/notifications/preferences': () => ({ kinds }) })
  show({ host, address: { show: 'preferences' } })
  expect(await turned('A sign-in from an unknown device: Slack')).toHaveProperty('checked', false)
  expect(screen.getByText('Text message: not set up for you')).toBeTruthy()
})

test('XC-13 the delivery log says what became of each, why, and when it is tried again', async () => {
  show({ address: { show: 'deliveries' } })
  const table = within(await screen.findByRole('table'))
  const row = (name: RegExp) => within(table.getByRole('row', { name }))
  expect(row(/Invitation to the team/).getByText('Waiting')).toBeTruthy()
  expect(row(/Invitation to the team/).getByText(/too busy \(451\)/)).toBeTruthy()
  expect(row(/Invitation to the team/).getByText(/^Next try/)).toBeTruthy()
  expect(row(/Failed/).getByText('The recipient’s server refused it (550)')).toBeTruthy()
  expect(row(/Not sent/).getByText('Slack is not set up')).toBeTruthy()
})

test('XC-13 the log is narrowed by the address, and by what is chosen', async () => {
  const address = { show: 'deliveries', state: 'failed', member: 'm1' }
  const { host, viewState } = show({ address })
  await screen.findByRole('table')
  expect(queries(host, '/v1/notifications/deliveries')).toEqual([
    'state=failed&memberId=m1&limit=25',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Filters (2)' }))
  await userEvent.selectOptions(screen.getByLabelText('Channel'), 'mail')
  expect(viewState.read()).toEqual({ ...address, channel: 'mail' })
  await userEvent.click(screen.getByRole('tab', { name: /^Inbox/ }))
  expect(viewState.read()).toEqual({})
})

test('XC-2 who may not see the log is not offered it, and told which scope is missing', async () => {
  show({ scopes: [] })
  await screen.findByText('Your role was changed')
  expect(screen.queryByRole('tab', { name: 'Delivery log' })).toBeNull()
  show({ scopes: [], address: { show: 'deliveries' } })
  expect(await screen.findByText('notifications:read')).toBeTruthy()
})
