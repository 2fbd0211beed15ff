import { Banner, Button, useText } from '@sonaqor/ui'
import { useEffect, useRef } from 'react'
import * as texts from '../texts/en.ts'

interface ShutOutProps {
  /** One's own, from which keys are refused. */
  readonly address: string
  /** It has not happened yet. */
  readonly isAhead?: boolean
  /** What can be done about it here. */
  readonly ways?: Ways
}

interface Ways {
  /** Adds the address to the list after all. */
  readonly onAdd: () => void
  /** It has not happened yet, and happens by this. */
  readonly onGoOn: (() => void) | undefined
  readonly busy: boolean
}

/** An allowlist shuts out whoever writes it: told before it happens, and after it has. */
export function ShutOut({ address, isAhead = false, ways }: ShutOutProps) {
  const say = useText()
  const place = useArrivalIn(ways !== undefined)
  return (
    <Banner
      ref={place}
      tone="warning"
      title={say(isAhead ? texts.wouldShutOut : texts.shutOut, { ip: address })}
      actions={ways && <WaysOut {...ways} />}
    >
      {say(texts.shutOutDetail)}
    </Banner>
  )
}

function WaysOut({ onAdd, onGoOn, busy }: Ways) {
  const say = useText()
  return (
    <>
      <Button size="small" onClick={onAdd}>
        {say(texts.addItToList)}
      </Button>
      {onGoOn && (
        <Button size="small" look="danger" busy={busy} onClick={onGoOn}>
          {say(texts.saveWithoutIt)}
        </Button>
      )}
    </>
  )
}

/** What is to be answered takes the focus as it comes, for the foot of its form lies over it. */
function useArrivalIn(isToAnswer: boolean) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isToAnswer) place.current?.focus()
  }, [isToAnswer])
  return place
}
