import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useParts } from '@sonaqor/module'
import { Skeleton, useText, useToast } from '@sonaqor/ui'
import * as common from '../texts/en.ts'

export interface TrialProps {
  readonly of: Endpoint
  readonly what: 'test' | 'signature'
  readonly onBack: () => void
}

/** Trying an endpoint out; it comes when it is asked for, and not before. */
export function Trial({ of: endpoint, what, onBack }: TrialProps) {
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
  return what === 'test' ? <parts.SendTest of={endpoint} /> : <parts.DebugSignature of={endpoint} />
}
