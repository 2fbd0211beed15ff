import { beforeEach, expect, jest, test } from '@jest/globals'
import type { Session } from '@sonaqor/contract/auth'
import type { Client } from '@sonaqor/contract/client'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { problem, sessionOf } from '../identity/testing/people.ts'
import type { MemberSession } from '../session/member-session.ts'
import { SignIn } from './sign-in.tsx'

window.matchMedia = () => ({ matches: true }) as MediaQueryList

/** What a browser gives that knows passkeys. */
class Passkey {
  static parseRequestOptionsFromJSON = (options: unknown) => options
  static parseCreationOptionsFromJSON = (options: unknown) => options
  static isConditionalMediationAvailable = () => Promise.resolve(isSuggesting)
  toJSON = () => ({ id: 'k1' })
}
let isSuggesting = false
const get = jest.fn<(options: CredentialRequestOptions) => Promise<unknown>>()

const signInWithPasskey = jest.fn<Client['auth']['signInWithPasskey']>()
const entered: Session[] = []
const member = {
  enter: async (ask: () => Promise<Session>) => void entered.push(await ask()),
} as unknown as MemberSession
const api = {
  auth: { signInWithPasskey, passkeyOptions: async () => ({ options: { challenge: 'c1' } }) },
} as unknown as Client

const press = () => userEvent.click(screen.getByRole('button', { name: 'Sign in with a passkey' }))

beforeEach(() => {
  Object.assign(globalThis, { PublicKeyCredential: Passkey })
  Object.assign(navigator, { credentials: { get } })
  isSuggesting = false
  entered.length = 0
  get.mockReset().mockResolvedValue(new Passkey())
  signInWithPasskey.mockReset().mockResolvedValue(sessionOf())
})

test('XC-1: a passkey alone signs in', async () => {
  render(<SignIn api={api} member={member} isDemo={false} />)
  await press()
  await waitFor(() => expect(entered).toHaveLength(1))
  expect(get.mock.calls).toEqual([[{ publicKey: { challenge: 'c1' } }]])
  expect(signInWithPasskey.mock.calls).toEqual([[{ body: { passkey: { id: 'k1' } } }]])
})

test('XC-1: giving up says so, and so does a passkey that is not known', async () => {
  get.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'))
  render(<SignIn api={api} member={member} isDemo={false} />)
  await press()
  expect((await screen.findByRole('alert')).textContent).toMatch(/passkey was cancelled/)
  signInWithPasskey.mockRejectedValueOnce(problem('unauthenticated', { status: 401 }))
  await press()
  expect(await screen.findByText(/This passkey is not known here/)).toBeTruthy()
})

test('XC-1: the browser may suggest a passkey by itself, and a press takes its place', async () => {
  isSuggesting = true
  const asked: CredentialRequestOptions[] = []
  get.mockImplementation((options) => {
    asked.push(options)
    return new Promise(() => undefined)
  })
  render(<SignIn api={api} member={member} isDemo={false} />)
  await waitFor(() => expect(asked[0]?.mediation).toBe('conditional'))
  expect(asked[0]?.signal?.aborted).toBe(false)
  await press()
  await waitFor(() => expect(asked).toHaveLength(2))
  expect(asked[0]?.signal?.aborted).toBe(true)
})
