import { useFoothold } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as texts from '../texts/en.ts'
import { KeysSkeleton, KeysTable, type KeysTableProps } from './keys-table.tsx'
import type { useKeys } from './use-keys.ts'

export interface KeysListProps extends Omit<KeysTableProps, 'keys'> {
  readonly keys: ReturnType<typeof useKeys>
  readonly isFiltered: boolean
  /** A drawer or a dialog lies over it. */
  readonly isCovered: boolean
  readonly onClear: () => void
  readonly issueButton: ReactNode
  /** The pointer or the focus has come to the list. */
  readonly onReach: () => void
}

/** The keys of one filter, and what stands there when there are none. */
export function KeysList(props: KeysListProps) {
  const { keys, isFiltered, isCovered, onClear, issueButton, onReach, ...table } = props
  const say = useText()
  const { place, onFocus } = useFoothold<HTMLDivElement>(isCovered)
  return (
    <div
      ref={place}
      className="sq-keys-list"
      tabIndex={-1}
      onFocus={(event) => {
        onFocus(event)
        onReach()
      }}
      onPointerEnter={onReach}
    >
      <Loaded
        of={keys}
        loading={<KeysSkeleton hidden={table.hidden} />}
        empty={isFiltered ? <NoMatch onClear={onClear} /> : <NoKeys action={issueButton} />}
      >
        {(rows) => (
          <>
            <KeysTable keys={rows} {...table} />
            <LoadMore counted={say(texts.keysShown, { count: rows.length })} of={keys} />
          </>
        )}
      </Loaded>
    </div>
  )
}

function NoKeys({ action }: { readonly action: ReactNode }) {
  const say = useText()
  return (
    <Empty title={say(texts.noKeysYet)} action={action}>
      {say(texts.howKeysCome)}
    </Empty>
  )
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const say = useText()
  return (
    <Empty
      title={say(texts.noKeyMatches)}
      action={<Button onClick={onClear}>{say(texts.clearFilters)}</Button>}
    >
      {say(texts.widerFilters)}
    </Empty>
  )
}
