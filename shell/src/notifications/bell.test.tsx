/** XC-12 XC-13: the bell counts what is unread, and shows the newest of it. */
import { beforeEach, expect, jest, test } from '@jest/globals'
import { Surface } from '@sonaqor/ui'
import { loadTexts } from '@sonaqor/ui/texts'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { frameOf } from '../frame/testing/frame-of.ts'
import { Bell } from './bell.tsx'
import { listOf, told, toldHost, unreachable, type ToldHost } from './testing/told.ts'
import { languages } from './texts/index.ts'

let unread = 2
const list = () => ({ ...listOf(told), unread })
const live = { 'GET /v1/notifications': list }
beforeEach(() => {
  unread = 2
})

async function show(host: ToldHost = toldHost(live), locale = 'en') {
  const drawn = render(
    <Surface locale={locale}>
      <Bell frame={frameOf({ host: host as never })} />
    </Surface>,
  )
  await act(async () => undefined)
  return drawn
}

const bell = (name: RegExp | string = /^Notifications/) => screen.getByRole('button', { name })
const panel = async () =>
  within(await screen.findByRole('region', { name: 'Notifications', hidden: true }))
const hidden = true

test('XC-13 it says how many are unread, to eyes and ears', async () => {
  await show()
  expect(bell('Notifications, 2 unread').textContent).toContain('2')
})

test('XC-13 where all are read it counts nothing, and beyond 99 it stops counting', async () => {
  unread = 0
  const { unmount } = await show()
  expect(bell('Notifications')).toBeTruthy()
  unmount()
  unread = 1000
  await show()
  expect(bell('Notifications, more than 99 unread').textContent).toContain('99+')
})

test('XC-13 what arrives is counted at once, and said aloud; what was read is not', async () => {
  const host = toldHost(live)
  await show(host)
  unread = 3
  await act(async () => host.tell('notifications.arrived'))
  expect(bell('Notifications, 3 unread')).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('New notification. 3 are unread')
  unread = 1
  await act(async () => host.tell('notifications.marked'))
  expect(bell('Notifications, 1 unread')).toBeTruthy()
  expect(screen.getByRole('status').textContent).not.toContain('1 is unread')
})

test('XC-13 an answer that comes late does not bring back what was read meanwhile', async () => {
  const late = Promise.withResolvers<unknown>()
  const slow = jest.fn(() => late.promise)
  slow.mockImplementationOnce(() => Promise.resolve(list()))
  const host = toldHost({ 'GET /v1/notifications': slow })
  await show(host)
  await act(async () => host.tell('notifications.arrived'))
  const { unreadOf } = await import('./unread.ts')
  act(() => unreadOf(host).learn(0))
  await act(async () => late.resolve({ ...listOf(told), unread: 2 }))
  expect(bell('Notifications')).toBeTruthy()
})

test('XC-13 its panel shows the newest; going to one marks it as read and closes the panel', async () => {
  const host = toldHost(live)
  await show(host)
  await userEvent.click(bell())
  const { findAllByRole, getByRole } = await panel()
  expect(await findAllByRole('listitem', { hidden })).toHaveLength(told.length)
  const link = getByRole('link', { name: /^API key revoked: Checkout server/, hidden })
  expect(link.getAttribute('href')).toBe('/keys')
  link.addEventListener('click', (event) => event.preventDefault())
  await userEvent.click(link)
  expect(host.asked.map(({ method, path }) => `${method} ${path}`)).toContain(
    'POST /v1/notifications/n4/read',
  )
  await waitFor(() => expect(screen.queryByRole('region', { hidden })).toBeNull())
})

test('XC-13 all are marked as read, up to the newest that was seen', async () => {
  const host = toldHost(live)
  await show(host)
  await userEvent.click(bell())
  const { findByRole } = await panel()
  await userEvent.click(await findByRole('button', { name: 'Mark all as read', hidden }))
  expect(host.asked.find(({ path }) => path === '/v1/notifications/read-all')?.body).toEqual({
    upTo: 'n4',
  })
  expect(bell('Notifications')).toBeTruthy()
})

test('XC-13 one without a place to go to is only marked, and one that was not is said', async () => {
  const [first] = told
  const host = toldHost({
    'GET /v1/notifications': () => ({ ...listOf([{ ...first, link: null }]), unread: 1 }),
    'POST /v1/notifications/n4/read': unreachable,
  })
  await show(host)
  await userEvent.click(bell())
  const { findByRole, queryByRole } = await panel()
  const mark = await findByRole('button', { name: /^Mark as read: API key revoked/, hidden })
  expect(queryByRole('link', { name: /^API key revoked/, hidden })).toBeNull()
  await userEvent.click(mark)
  expect((await screen.findAllByText('Not marked as read')).length).toBeGreaterThan(0)
})

test('XC-13 who was told nothing yet is told what would be here', async () => {
  await show(toldHost({ 'GET /v1/notifications': () => ({ ...listOf([]), unread: 0 }) }))
  await userEvent.click(bell())
  const { findByText, getByRole } = await panel()
  expect(await findByText('No notifications yet')).toBeTruthy()
  const all = getByRole('link', { name: 'See all notifications', hidden })
  expect(all.getAttribute('href')).toBe('/account/notifications')
})

test('XC-13 what is told is asked for in the language that is read', async () => {
  await loadTexts('de', languages)
  const host = toldHost(live)
  await show(host, 'de')
  await userEvent.click(bell(/^Benachrichtigungen, 2 ungelesen/))
  await screen.findByRole('region', { name: 'Benachrichtigungen', hidden })
  await waitFor(() => expect(host.asked.some(({ path }) => path.includes('locale=de'))).toBe(true))
})
