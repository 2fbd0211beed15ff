/** Whoever a test needs: the token of the toy house simply says who bears it. */
import { environments, scopes } from '@sonaqor/contract/access'
import type { Authenticator, Principal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { Holder } from '../transport.ts'

const begin = 'toy.'

export type Told = Partial<
  Record<keyof Principal | 'origins' | 'sessionId' | 'keyId' | 'secondFactorAt', unknown>
>

/** A member with every scope in both environments, but for what is told otherwise. */
export function bearer(tenantId: string, told: Told = {}): Holder & { readonly id: string } {
  const id = uuidv7()
  const principal = {
    kind: 'member',
    id,
    tenantId,
    name: 'Toy',
    scopes,
    environments,
    appIds: 'all',
    sessionId: id,
    ...told,
  }
  const text = Buffer.from(JSON.stringify(principal)).toString('base64url')
  return { id: String(principal.id), token: `${begin}${text}` }
}

export const toyAuthenticator: Authenticator = {
  name: 'toy',
  matches: (token) => token.startsWith(begin),
  async authenticate(scope, token) {
    const told = JSON.parse(Buffer.from(token.slice(begin.length), 'base64url').toString()) as Told
    const principal = {
      ...told,
      scopes: new Set(told.scopes as string[]),
      endsAt: null,
      requestsPerMinute: null,
      secondFactorAt: told.secondFactorAt ? new Date(String(told.secondFactorAt)) : null,
    } as unknown as Principal
    const { expiresAt } = told as { expiresAt?: string }
    if (expiresAt && scope.now() >= new Date(expiresAt)) {
      throw new Problem('unauthenticated', { detail: 'This toy has expired.', claimant: principal })
    }
    if (principal.tenantId) {
      await scope.through('app.enter', principal.tenantId, principal.environments)
    }
    return principal
  },
}
