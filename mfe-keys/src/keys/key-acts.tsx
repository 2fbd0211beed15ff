import type { Key } from '@sonaqor/contract/keys'
import { Button, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import type { KeyMenu } from './key-menu.tsx'

/** What can be done with a key here; what is left out may not be done, or has no place to go. */
export interface KeyActs {
  readonly onOpen: (key: Key) => void
  readonly onShowRequests: ((key: Key) => void) | undefined
  readonly onRevoke: ((key: Key) => void) | undefined
}

export interface RowActsProps {
  readonly of: Key
  readonly acts: KeyActs
  /** It comes after the page; its place is kept. */
  readonly menu: typeof KeyMenu | undefined
}

/** At the end of a row: what is done most, and a menu with all of it. */
export function RowActs({ of: key, acts, menu: RowMenu }: RowActsProps) {
  const say = useText()
  const { onShowRequests } = acts
  return (
    <div className="sq-keys-acts">
      {onShowRequests && (
        <span className="sq-keys-plain-act">
          <Button
            look="quiet"
            size="small"
            aria-label={say(texts.requestsOf, { label: key.label })}
            onClick={() => onShowRequests(key)}
          >
            {say(texts.requests)}
          </Button>
        </span>
      )}
      {RowMenu ? <RowMenu of={key} acts={acts} /> : <span className="sq-keys-menu-place" />}
    </div>
  )
}
