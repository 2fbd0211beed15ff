import type { Client } from '@sonaqor/contract/client'
import { useReading } from '../identity/use-reading.ts'
import { useWriting } from '../identity/use-writing.ts'
import type { MemberSession } from '../session/member-session.ts'

type AuthApi = Pick<Client, 'auth'>
type InvitesApi = Pick<Client, 'invites'>
type SignUp = Parameters<Client['auth']['signUp']>[0]['body']
type RequestReset = Parameters<Client['auth']['requestReset']>[0]['body']

/** Through which link somebody comes, and who tells that they are in. */
interface Entry {
  readonly member: Pick<MemberSession, 'enter'>
  readonly token: string
  readonly onEntered: () => void
}

export const useInvitation = ({ invites }: InvitesApi, token: string) =>
  useReading(() => invites.show({ body: { token } }))

/** What somebody brings who is invited: a name where they are new, a password unless they are signed in. */
interface Accepting {
  readonly name?: string
  readonly password?: string
}

export const useAccepting = ({ invites }: InvitesApi, { member, token, onEntered }: Entry) =>
  useWriting(
    (brought: Accepting) => member.enter(() => invites.accept({ body: { token, ...brought } })),
    onEntered,
  )

export const useConfirmEmail = ({ auth }: AuthApi, token: string, onConfirmed: () => void) =>
  useWriting(() => auth.confirmEmail({ body: { token } }), onConfirmed)

/** Whether the link is good at all, before anybody makes up a password for it. */
export const useLinkState = (
  { auth }: AuthApi,
  body: Parameters<Client['auth']['checkLink']>[0]['body'],
) => useReading(() => auth.checkLink({ body }))

/** With a password the tenant is founded, and entered. */
export const useConfirmSignUp = ({ auth }: AuthApi, { member, token, onEntered }: Entry) =>
  useWriting(
    (password: string) => member.enter(() => auth.confirmSignUp({ body: { token, password } })),
    onEntered,
  )

export const useResetPassword = ({ auth }: AuthApi, token: string, onReset: () => unknown) =>
  useWriting((password: string) => auth.resetPassword({ body: { token, password } }), onReset)

/** Asks for a mail; whether anybody has the address is told by nothing. */
export const useRequestReset = ({ auth }: AuthApi, onSent: (email: string) => void) =>
  useMailing((body: RequestReset) => auth.requestReset({ body }), onSent)

export const useSignUp = ({ auth }: AuthApi, onSent: (email: string) => void) =>
  useMailing((body: SignUp) => auth.signUp({ body }), onSent)

function useMailing<Sent extends { readonly email: string }>(
  send: (body: Sent) => Promise<unknown>,
  onSent: (email: string) => void,
) {
  return useWriting(async (body: Sent) => {
    await send(body)
    return body.email
  }, onSent)
}
