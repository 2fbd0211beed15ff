import { useParts } from '@sonaqor/module'
import { Skeleton, useText, useToast } from '@sonaqor/ui'
import * as common from '../texts/en.ts'
import type { ReceivedAt, Tried } from './tried.ts'
import type { TrialInHand } from './use-trial.ts'

export interface TrialProps {
  readonly of: Tried
  readonly tab: 'test' | 'signature'
  /** A request that is at hand, for its signature. */
  readonly given?: ReceivedAt | undefined
  /** What is kept of it while this part of a page is out of sight. */
  readonly inHand?: TrialInHand | undefined
  readonly onBack: () => void
}

/** Trying an endpoint out; it comes when it is asked for, and not before. */
export function Trial({ of: endpoint, tab, given, inHand, onBack }: TrialProps) {
  const say = useText()
  const show = useToast()
  const { parts } = useParts(
    () => import('./trial-part.ts'),
    true,
    () => {
      onBack()
      show({ tone: 'danger', title: say(common.notOpened), detail: say(common.notOpenedBecause) })
    },
  )
  if (!parts) return <Skeleton rows={6} />
  if (tab === 'test') return <parts.SendTest of={endpoint} inHand={inHand} />
  return <parts.DebugSignature of={endpoint} given={given ?? inHand?.given} />
}
