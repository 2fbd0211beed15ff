import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import { Surface } from '@sonaqor/ui'
import { act, render, screen } from '@testing-library/react'
import type { Ends, MemberSession, SessionState } from '../session/member-session.ts'
import { sessionOf } from '../identity/testing/people.ts'
import { openStepUpDesk } from '../step-up/step-up-desk.ts'
import * as parts from './sitting-parts.ts'

void parts
const { Sitting } = await import('./sitting.tsx')
window.matchMedia = () => ({ matches: true }) as MediaQueryList

const session = sessionOf()
const minuteMs = 60_000
let state: SessionState
let ends: Ends
const listeners = new Set<() => void>()
const member = {
  state: () => state,
  ends: () => ends,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  renew: jest.fn<MemberSession['renew']>(),
  leave: jest.fn(),
  signOut: jest.fn(),
}

beforeEach(() => {
  jest.useFakeTimers()
  member.renew.mockReset().mockResolvedValue(session)
  state = { name: 'signed-in', session }
  ends = { idleAt: Date.now() + 30 * minuteMs, absoluteAt: Date.now() + 720 * minuteMs }
})
afterEach(() => void jest.useRealTimers())

const desk = openStepUpDesk()

async function show() {
  await act(async () => {
    render(
      <Surface>
        <p>a draft</p>
        <Sitting
          api={{ auth: {}, demo: {} } as Client}
          member={member as unknown as MemberSession}
          desk={desk}
          host={undefined}
          onSetUp={() => undefined}
        />
      </Surface>,
    )
  })
}

async function pass(minutes: number) {
  await act(() => jest.advanceTimersByTimeAsync(minutes * minuteMs))
}

async function become(next: SessionState) {
  await act(async () => {
    state = next
    for (const listener of listeners) listener()
    await jest.advanceTimersByTimeAsync(50)
  })
}

async function press(name: string) {
  await act(async () => screen.getByRole('button', { name }).click())
}

test('XC-12: a session that ends asks to sign in above the page, which stays', async () => {
  await show()
  expect(screen.queryByRole('dialog')).toBeNull()
  await become({ name: 'ended', session })
  const dialog = screen.getByRole('dialog', { name: 'Your session has ended' })
  expect(dialog.matches('dialog[open]')).toBe(true)
  expect(screen.getByText('a draft')).toBeTruthy()
  expect(screen.getByLabelText('E-mail')).toHaveProperty('value', session.me.person.email)
  expect(document.activeElement).toBe(screen.getByLabelText('Password'))
  await become({ name: 'signed-in', session })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('XC-12: leaving the page of an ended session is asked about first', async () => {
  await show()
  await become({ name: 'ended', session })
  await press('Close')
  expect(member.leave).not.toHaveBeenCalled()
  await press('Leave page')
  expect(member.leave).toHaveBeenCalledTimes(1)
})

test('XC-12: two minutes before it ends unused, one press lets it last', async () => {
  await show()
  await pass(27)
  expect(screen.queryByRole('dialog')).toBeNull()
  await pass(1.1)
  expect(screen.getByRole('dialog', { name: 'Your session is about to end' })).toBeTruthy()
  expect(screen.getByRole('timer').textContent).toMatch(/1:5\d/)
  member.renew.mockImplementation(async () => {
    ends = { ...ends, idleAt: Date.now() + 30 * minuteMs }
    return session
  })
  await press('Stay signed in')
  await become({ name: 'signed-in', session })
  expect(member.renew).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('XC-12: before its last end one can sign in anew, or go on to the end', async () => {
  ends = { idleAt: Date.now() + 5 * minuteMs, absoluteAt: Date.now() + 5 * minuteMs }
  await show()
  await pass(3.1)
  await press('Sign in again')
  expect(screen.getByRole('dialog', { name: 'Sign in again' })).toBeTruthy()
  await press('Close')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(member.renew).not.toHaveBeenCalled()
})

test('XC-12: once the time is over the server is asked, which has the last word', async () => {
  await show()
  await pass(30.1)
  expect(member.renew).toHaveBeenCalled()
})
