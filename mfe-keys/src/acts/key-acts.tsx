import type { Key } from '@sonaqor/contract/keys'
import type { KeyMenu } from './key-menu.tsx'

/** What takes keys:write, as an address asks for it. */
export type KeyAct = 'revoke' | 'rotate' | 'end' | 'edit' | 'narrow'

type Act = ((key: Key) => void) | undefined

/** Of the form in which a key is changed: what somebody may come for from where it is told. */
export type BoundField = 'expiresAt' | 'ipAllowlist' | 'requestsPerMinute'

/** What can be done with a key here; what is left out may not be done, or has no place to go. */
export interface KeyActs {
  readonly onOpen: (key: Key) => void
  readonly onShowRequests: ((key: Key, range?: string) => void) | undefined
  /** Whether any is known to be there. */
  readonly hasRequests: (key: Key) => boolean
  readonly onRevoke: Act
  readonly onRotate: Act
  readonly onEdit: ((key: Key, at?: BoundField) => void) | undefined
  /** An act that is asked about `here`, unless it is done elsewhere. */
  readonly doing: (act: KeyAct, here: (key: Key) => unknown) => Act
  /** Whether these acts take a window of ours, for nobody can do them here. */
  readonly isDoneElsewhere: (key: Key) => boolean
}

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
