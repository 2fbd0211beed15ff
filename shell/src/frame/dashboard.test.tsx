import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { Client } from '@sonaqor/contract/client'
import type { Router } from '@sonaqor/embed/host'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useLanguage } from '../language/use-language.ts'
import type { MemberSession } from '../session/member-session.ts'
import { frameOf } from './testing/frame-of.ts'

const { me, nav, projects } = frameOf()
const [desk] = projects.all
const update = jest.fn()
/** Nothing is answered; the frame stands without. */
const host = {
  update,
  request: () => new Promise(() => undefined),
  live: { subscribe: () => () => undefined },
}
const routes = {
  nav: () => nav,
  current: () => nav[1],
  failure: () => undefined,
  subscribe: () => () => undefined,
}
const openDashboard = jest.fn(
  (options: { readonly preferences: object; readonly setUpFactor: () => void }) => ({
    options,
    host,
    routes: Promise.resolve(routes),
    close: () => undefined,
  }),
)
jest.unstable_mockModule('./dashboard-host.ts', () => ({ openDashboard }))
jest.unstable_mockModule('./where/use-known-projects.ts', () => ({
  useKnownProjects: () => projects,
}))
const { Dashboard } = await import('./dashboard.tsx')

let query: Readonly<Record<string, string>>
const router = {
  path: () => '/keys',
  subscribe: () => () => undefined,
  viewState: {
    read: () => query,
    write: (next: typeof query) => {
      query = next
    },
  },
} as unknown as Router

const state = { name: 'signed-in', session: { me } as Session } as const
const member = {
  state: () => state,
  ends: () => undefined,
  subscribe: () => () => undefined,
} as unknown as MemberSession

function Standing() {
  return (
    <Dashboard
      session={{ me } as Session}
      api={{} as Client}
      member={member}
      router={router}
      language={useLanguage()}
      takesFocus={false}
      followsAddress
    />
  )
}

const show = () => act(async () => void render(<Standing />))

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  query = {}
  update.mockClear()
})

test('XC-12: what is chosen in the head reaches every module, and stands in the address', async () => {
  await show()
  expect(query).toEqual({ environment: 'sandbox', project: 'all' })
  await userEvent.click(screen.getByRole('button', { name: /^Where you are/ }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Where you are' }))
  await userEvent.click(dialog.getByRole('radio', { name: 'Trading desk' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Production' }))
  expect(query).toEqual({ environment: 'production', project: 'p1' })
  expect(update).toHaveBeenLastCalledWith(
    expect.objectContaining({ environment: 'production', project: desk }),
  )
})

test('XC-12: the language is changed under the eyes of the reader, modules included', async () => {
  await show()
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.findByRole('combobox')
  await userEvent.click(screen.getByRole('option', { name: /Deutsch/ }))
  expect(await screen.findByRole('link', { name: 'Zum Hauptinhalt springen' })).toBeTruthy()
  expect(update).toHaveBeenLastCalledWith(expect.objectContaining({ locale: 'de' }))
  expect(document.documentElement.lang).toBe('de')
})

test('XC-6: single keys that are switched off are off in every module', async () => {
  await show()
  await userEvent.keyboard('?')
  await userEvent.click(await screen.findByRole('switch'))
  expect(update).toHaveBeenLastCalledWith(expect.objectContaining({ singleKeys: false }))
})

test('XC-12: a link opens what its sender looked at', async () => {
  query = { environment: 'production', project: '01920000-0000-7000-8000-00000000a001' }
  await show()
  const { preferences } = openDashboard.mock.calls.at(-1)![0]
  expect(preferences).toMatchObject({
    environment: 'production',
    project: { id: '01920000-0000-7000-8000-00000000a001' },
  })
})

test('KY-3 XC-1: a second factor is set up in another tab, so that the form that asked for one stays filled in', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null)
  await show()
  const { setUpFactor } = openDashboard.mock.lastCall![0]
  setUpFactor()
  expect(opened.mock.calls).toEqual([['/account/security?because=step-up', '_blank', 'noopener']])
})

test('XC-6: the first stop of the keyboard leads past the head', async () => {
  await show()
  await userEvent.tab()
  expect(document.activeElement?.getAttribute('href')).toBe('#main')
})
