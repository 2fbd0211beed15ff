import type { Key } from '@sonaqor/contract/keys'
import type { KeyMenu } from './key-menu.tsx'

/** What can be done with a key here; what is left out may not be done, or has no place to go. */
export interface KeyActs {
  readonly onOpen: (key: Key) => void
  readonly onShowRequests: ((key: Key) => void) | undefined
  readonly onRevoke: ((key: Key) => void) | undefined
}

/** Those of a key that is over may all have been refused, which is no use of it, and stand in the logs. */
export const hasRequests = ({ lastUsedAt, state }: Key) => lastUsedAt !== null || state !== 'active'

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
