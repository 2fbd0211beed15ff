import type { Authenticator, Principal } from '../access/index.ts'
import { anonymous } from '../access/index.ts'
import { Problem } from '../problems/index.ts'
import type { OpenScope } from '../scope/index.ts'

/** The credential of a request, as far as it can be judged without asking the database. */
export interface Credential {
  authenticate(scope: OpenScope): Promise<Principal>
}

const noCredential: Credential = { authenticate: async () => anonymous }

const unknown = () =>
  new Problem('unauthenticated', { detail: 'The credential is not one of ours, or is damaged.' })

/** Which authenticator knows the token. A token that cannot be ours is refused before any work. */
export function credentialOf(
  header: string | null,
  authenticators: readonly Authenticator[],
): Credential {
  if (header === null) return noCredential
  const token = /^Bearer +([\x21-\x7e]{1,4096})$/i.exec(header)?.[1]
  const authenticator = token && authenticators.find((one) => one.matches(token))
  if (!token || !authenticator) throw unknown()
  return {
    authenticate: (scope) => scope.become(() => authenticator.authenticate(scope, token)),
  }
}
