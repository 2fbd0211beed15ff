import type { Scope } from '@sonaqor/contract/access'
import type { Key } from '@sonaqor/contract/keys'

/** The scope of a key that somebody lacks: who rotates it would see a secret that may do more than they. */
export const lackedFor = ({ scopes }: Key, can: (scope: Scope) => boolean): string | undefined =>
  scopes.find((scope) => !can(scope as Scope))
