import type { Scope } from '../scope/index.ts'
import type { Principal } from './principal.ts'

/**
 * Knows one kind of token. `matches` decides offline, from the token alone, so that a token that
 * cannot be ours costs no query. `authenticate` learns who it is through one door function
 * (`scope.through`), or refuses with `unauthenticated`.
 */
export interface Authenticator {
  readonly name: string
  matches(token: string): boolean
  authenticate(scope: Scope, token: string): Promise<Principal>
}
