import { expect, jest, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { Client } from '@sonaqor/contract/client'
import type { Router } from '@sonaqor/embed/host'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useLanguage } from '../language/use-language.ts'
import type { MemberSession } from '../session/member-session.ts'
import { frameOf } from './testing/frame-of.ts'

const { me, nav, projects } = frameOf()
const routes = {
  nav: () => nav,
  current: () => nav[1],
  failure: () => undefined,
  subscribe: () => () => undefined,
}
/** Nothing is answered; the frame stands without. */
const host = {
  update: () => undefined,
  request: () => new Promise(() => undefined),
  live: { subscribe: () => () => undefined },
}
const openDashboard = () => ({
  host,
  routes: Promise.resolve(routes),
  close: () => undefined,
})
jest.unstable_mockModule('./dashboard-host.ts', () => ({ openDashboard }))
jest.unstable_mockModule('./where/use-known-projects.ts', () => ({
  useKnownProjects: () => projects,
}))
const { Dashboard } = await import('./dashboard.tsx')

const router = {
  path: () => '/keys',
  subscribe: () => () => undefined,
  viewState: { read: () => ({}), write: () => undefined },
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
      followsAddress={false}
    />
  )
}

test('XC-6: the skip link brings the keyboard to the page, and leaves its address as it is', async () => {
  await act(async () => void render(<Standing />))
  const before = window.location.href
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('main'))
  expect(window.location.href).toBe(before)
})
