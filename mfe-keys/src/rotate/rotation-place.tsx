import type { Key } from '@sonaqor/contract/keys'
import { useParts } from '@sonaqor/module'
import { Button, Empty, Skeleton, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import type { KeyActs } from '../acts/key-acts.tsx'

export interface RotationPlaceProps {
  readonly of: Key
  readonly acts: KeyActs
  /** The question whether to end the old secret is open. */
  readonly isEnding: boolean
  readonly onEnding: (isEnding: boolean) => void
}

/** Where the cockpit of a rotation stands, once it has come. */
export function RotationPlace(props: RotationPlaceProps) {
  const say = useText()
  const [isMissed, setMissed] = useState(false)
  const { parts } = useParts(
    () => import('./rotation-parts.ts'),
    !isMissed,
    () => setMissed(true),
  )
  if (isMissed && !parts) {
    return (
      <Empty
        title={say(texts.notOpened)}
        action={<Button onClick={() => setMissed(false)}>{say(texts.tryAgain)}</Button>}
      >
        {say(texts.notOpenedBecause)}
      </Empty>
    )
  }
  if (!parts) return <Skeleton rows={3} />
  const { of: key, acts, isEnding, onEnding } = props
  const end = acts.doing('end', () => onEnding(true))
  return (
    <>
      <parts.RotationCockpit of={key} acts={acts} onEnd={end && (() => end(key))} />
      {isEnding && end && <parts.EndOverlapDialog of={key} onClose={() => onEnding(false)} />}
    </>
  )
}
