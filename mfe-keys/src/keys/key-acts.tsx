import type { Key } from '@sonaqor/contract/keys'
import * as texts from '../texts/en.ts'
import type { KeyMenu } from './key-menu.tsx'

/** What can be done with a key here; what is left out may not be done, or has no place to go. */
export interface KeyActs {
  readonly onOpen: (key: Key) => void
  readonly onShowRequests: ((key: Key) => void) | undefined
  readonly onRevoke: ((key: Key) => void) | undefined
  /** Whether a key is revoked in a window of ours, for nobody can here. */
  readonly isRevokedElsewhere: (key: Key) => boolean
}

/** Those of a key that is over may all have been refused, which is no use of it, and stand in the logs. */
export const hasRequests = ({ lastUsedAt, state }: Key) => lastUsedAt !== null || state !== 'active'

/** What leads to the question whether to revoke a key, or to the window in which it is asked. */
export const wordOfRevoking = (key: Key, { isRevokedElsewhere }: KeyActs) =>
  isRevokedElsewhere(key) ? texts.revokeElsewhere : texts.revokeEllipsis

export interface RowActsProps {
  readonly of: Key
  readonly acts: KeyActs
  /** It comes after the page; its place is kept. */
  readonly menu: typeof KeyMenu | undefined
}

/** At the end of a row: one menu with all that can be done, for each act more is a stop more in every row. */
export function RowActs({ of: key, acts, menu: RowMenu }: RowActsProps) {
  return (
    <div className="sq-keys-acts">
      {RowMenu ? <RowMenu of={key} acts={acts} /> : <span className="sq-keys-menu-place" />}
    </div>
  )
}
