import type { Key } from '@sonaqor/contract/keys'
import { Button, Empty, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as texts from '../texts/en.ts'

export interface LogsEmptyProps {
  /** The key that the list is narrowed to, as far as it may be known here. */
  readonly ofKey: Key | undefined
  readonly isFiltered: boolean
  /** How what is looked for in words is found. */
  readonly advice: ReactNode
  readonly onClear: () => void
  /** Leads to what matches at another time. */
  readonly outside: ReactNode
}

/** Why there is no request here, and what leads to some. */
export function LogsEmpty({ ofKey, isFiltered, advice, onClear, outside }: LogsEmptyProps) {
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
      {isUnused ? say(texts.howKeyIsSeen) : !advice && say(texts.widerFilters)}
      {advice}
    </Empty>
  )
}
