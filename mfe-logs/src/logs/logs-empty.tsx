import type { Key } from '@sonaqor/contract/keys'
import { Button, Empty, Said, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as texts from '../texts/en.ts'

export interface LogsEmptyProps {
  /** The key that the list is narrowed to, as far as it may be known here. */
  readonly ofKey: Key | undefined
  readonly isFiltered: boolean
  /** What is looked for in words. */
  readonly searched: string | undefined
  readonly onClear: () => void
  /** Leads to what matches at another time. */
  readonly outside: ReactNode
}

/** In small letters, what joins terms elsewhere is a text like any other here. */
const joining = /(?:^|\s)(?:or|and|not)(?:\s|$)/

/** Why there is no request here, and what leads to some. */
export function LogsEmpty({ ofKey, isFiltered, searched, onClear, outside }: LogsEmptyProps) {
  const say = useText()
  if (!isFiltered) {
    return (
      <Empty title={say(texts.noRequestsYet)} action={outside}>
        {say(texts.howRequestsCome)}
      </Empty>
    )
  }
  const isUnused = ofKey?.lastUsedAt === null
  return (
    <Empty
      title={isUnused ? say(texts.keyUnused, { label: ofKey.label }) : say(texts.noRequestMatches)}
      action={
        <>
          {outside}
          <Button onClick={onClear}>{say(texts.clearFilters)}</Button>
        </>
      }
    >
      {isUnused ? say(texts.howKeyIsSeen) : say(texts.widerFilters)}
      {searched !== undefined && (
        <p>
          {joining.test(searched) ? (
            say(texts.byCommas)
          ) : (
            <Said of={texts.byBeginning} with={{ example: <code>/v1/customers</code> }} />
          )}
        </p>
      )}
    </Empty>
  )
}
