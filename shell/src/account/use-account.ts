import type { Client } from '@sonaqor/contract/client'
import { makePasskey } from '../identity/passkeys.ts'
import { useReading } from '../identity/use-reading.ts'
import { useWriting } from '../identity/use-writing.ts'

export type AccountApi = Pick<Client, 'account'>
export type SessionsApi = Pick<Client, 'sessions'>

/** What asks for an authenticator app, at whichever door. */
export interface SetUpApi {
  readonly account: Pick<Client['account'], 'beginTotp' | 'confirmTotp'>
}

type Sent<Operation extends keyof Client['account']> =
  NonNullable<Parameters<Client['account'][Operation]>[0]> extends { body?: infer Body }
    ? NonNullable<Body>
    : never

/** What is heard of a write that took place. */
type Done = () => void

export const useAccount = ({ account }: AccountApi) => useReading(() => account.show())

export const useFactors = ({ account }: AccountApi) => useReading(() => account.showFactors())

export const useSaveProfile = ({ account }: AccountApi, onSaved: Done) =>
  useWriting((body: Sent<'update'>) => account.update({ body }), onSaved)

/** Asks for another address; it is theirs once the link that is sent there was opened. */
export const useChangeEmail = ({ account }: AccountApi, onAsked: Done) =>
  useWriting((body: Sent<'changeEmail'>) => account.changeEmail({ body }), onAsked)

export const useChangePassword = ({ account }: AccountApi, onChanged: Done) =>
  useWriting((body: Sent<'changePassword'>) => account.changePassword({ body }), onChanged)

/** The secret of an authenticator app, for whoever has said the password where it is the first factor. */
export const useBeginAuthenticator = (
  { account }: SetUpApi,
  onBegun: (begun: { readonly secret: string; readonly uri: string }) => void,
) => useWriting((body: Sent<'beginTotp'>) => account.beginTotp({ body }), onBegun)

/** Takes the first code of the app; the codes for a bad day come with the first factor alone. */
export const useConfirmAuthenticator = (
  { account }: SetUpApi,
  onCodes: (codes: readonly string[]) => void,
) =>
  useWriting(
    (code: string) => account.confirmTotp({ body: { code } }),
    ({ recoveryCodes }) => onCodes(recoveryCodes),
  )

export const useRemoveAuthenticator = ({ account }: AccountApi, onRemoved: Done) =>
  useWriting(() => account.removeTotp(), onRemoved)

interface NewPasskey {
  readonly name: string
  /** Of whoever has no second factor yet. */
  readonly password?: string
}

/** Has this device make a passkey, and keeps it under a name. */
export function useAddPasskey(
  { account }: AccountApi,
  onCodes: (codes: readonly string[]) => void,
) {
  return useWriting(
    async ({ name, ...body }: NewPasskey) => {
      const { options } = await account.beginPasskey({ body })
      const passkey = await makePasskey(options)
      return account.addPasskey({ body: { name, passkey } })
    },
    ({ recoveryCodes }) => onCodes(recoveryCodes),
  )
}

export const useRenamePasskey = ({ account }: AccountApi, id: string, onRenamed: Done) =>
  useWriting((name: string) => account.renamePasskey({ params: { id }, body: { name } }), onRenamed)

export const useRemovePasskey = ({ account }: AccountApi, id: string, onRemoved: Done) =>
  useWriting(() => account.removePasskey({ params: { id } }), onRemoved)

/** New codes in the place of the old, which work no more from then on. */
export const useRenewCodes = (
  { account }: AccountApi,
  onCodes: (codes: readonly string[]) => void,
) =>
  useWriting(
    () => account.renewRecoveryCodes(),
    ({ recoveryCodes }) => onCodes(recoveryCodes),
  )

/** Where one is signed in, the page at hand first. */
export const useSessions = ({ sessions }: SessionsApi) =>
  useReading(async () =>
    (await sessions.list()).data.toSorted((a, b) => Number(b.current) - Number(a.current)),
  )

export const useEndOthers = ({ sessions }: SessionsApi, onEnded: (ended: number) => void) =>
  useWriting(
    () => sessions.endOthers(),
    ({ ended }) => onEnded(ended),
  )

/** Ends one of them; its row tells what came of it, for it has no place for a refusal. */
export const useEndSession = (
  { sessions }: SessionsApi,
  id: string,
  onAnswer: (hasEnded: boolean) => void,
) =>
  useWriting(async () => {
    try {
      await sessions.end({ params: { id } })
      return true
    } catch {
      return false
    }
  }, onAnswer)
