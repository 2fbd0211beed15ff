import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import { ProblemError, type Client } from '@sonaqor/contract/client'
import { act, render, screen } from '@testing-library/react'
import type { MemberSession, SessionState } from './session/member-session.ts'

interface Told {
  readonly takesFocus: boolean
  readonly followsAddress: boolean
}
let told: Told | undefined

const replace = jest.fn()

let isOffline = true
jest.unstable_mockModule('./signed-in.ts', () => {
  if (isOffline) throw new Error('offline')
  return {
    router: { replace },
    Dashboard: (props: Told) => {
      told = props
      return props.takesFocus ? 'takes focus' : 'leaves it'
    },
  }
})
const { Shell } = await import('./shell.tsx')
const { loadSignedIn } = await import('./signed-in-part.ts')
const { signInPart, wasSignedIn } = await import('./sign-in/sign-in-part.ts')

let state: SessionState
let listeners: Set<() => void>
const member = {
  state: () => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
} as unknown as MemberSession

const session = { me: { person: { id: 'p1' }, tenant: { id: 't1' } } } as Session
const signedIn: SessionState = { name: 'signed-in', session }

window.matchMedia = () => ({ matches: true }) as MediaQueryList

beforeEach(() => {
  state = { name: 'starting' }
  replace.mockClear()
  listeners = new Set()
})

async function show() {
  const api = {} as Client
  await act(async () => {
    render(<Shell api={api} member={member} isDemo={false} />)
  })
}

/** The code of the dashboard comes while a person signs in. */
async function arrive() {
  isOffline = false
  await act(() => loadSignedIn())
}

/** So does that of the sign-in, where somebody was signed in at first. */
const leave = async () => {
  become({ name: 'signed-out' })
  await act(async () => void (await signInPart.load()))
}

function become(next: SessionState) {
  act(() => {
    state = next
    for (const listener of listeners) listener()
  })
}

test('what only the signed-in need is said to be missing when it does not come, and tried again', async () => {
  await show()
  become(signedIn)
  expect(screen.getByRole('main').textContent).toMatch(/Loading the dashboard/)
  await act(() => loadSignedIn())
  expect(screen.getByRole('alert').textContent).toMatch(/Sonaqor cannot be reached/)
  isOffline = false
  await act(async () => {
    window.dispatchEvent(new Event('online'))
    await loadSignedIn()
  })
  expect(document.body.textContent).toBe('leaves it')
})

test('XC-6: the first page leaves the focus where it is; one after the sign-in takes it', async () => {
  await arrive()
  await show()
  become(signedIn)
  expect(document.body.textContent).toBe('leaves it')
  await leave()
  expect(screen.getByRole('heading', { name: 'Sign in to Sonaqor' })).toBeTruthy()
  become(signedIn)
  expect(document.body.textContent).toBe('takes focus')
})

test('XC-6: who signs out is at the beginning of the form, and leaves nothing in the address', async () => {
  await arrive()
  await show()
  become(signedIn)
  expect(replace).not.toHaveBeenCalled()
  await leave()
  expect(replace).toHaveBeenCalledWith('/')
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail'))
})

test('XC-12: whose session ended keeps the page, and so does whoever a link has led here', async () => {
  replace.mockClear()
  await arrive()
  await show()
  become({ name: 'signed-out' })
  become(signedIn)
  become({ name: 'ended', session })
  expect(replace).not.toHaveBeenCalled()
  expect(document.body.textContent).toBe('takes focus')
})

test('the next page here asks at once for what is likely to be needed: the sign-in, or not', async () => {
  await arrive()
  await show()
  become(signedIn)
  expect(wasSignedIn()).toBe(true)
  become({ name: 'ended', session })
  expect(wasSignedIn()).toBe(true)
  become({ name: 'signed-out' })
  expect(wasSignedIn()).toBe(false)
})

test('XC-12: the address opens the environment that it names, but not in the next tenant', async () => {
  await arrive()
  await show()
  become(signedIn)
  expect(told?.followsAddress).toBe(true)
  const elsewhere = { me: { ...session.me, tenant: { id: 't2' } } } as Session
  become({ name: 'signed-in', session: elsewhere })
  expect(told?.followsAddress).toBe(false)
})

test('XC-8: a start that is refused says why, and one without an answer says that', async () => {
  await show()
  const problem = { status: 429, code: 'quota-exceeded', title: 'Too many requests' } as const
  const detail = 'You have made more than 300 requests in a minute.'
  const error = new ProblemError({ ...problem, type: '/', detail, instance: 'r1' })
  become({ name: 'unreachable', error })
  expect(screen.getByRole('alert').textContent).toMatch(/Too many requests/)
  expect(screen.getByText('r1')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sonaqor could not be opened')
  become({ name: 'unreachable', error: new Error('no network') })
  expect(screen.getByRole('alert').textContent).toMatch(/The server did not respond/)
})
