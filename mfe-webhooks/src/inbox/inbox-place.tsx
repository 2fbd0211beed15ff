import { useParts } from '@sonaqor/module'
import { Skeleton, useText, useToast } from '@sonaqor/ui'
import type { EndpointActs } from '../acts/endpoint-acts.ts'
import * as common from '../texts/en.ts'

export interface InboxPlaceProps {
  readonly acts: EndpointActs
  readonly onBack: () => void
}

/** Few look into it, and seldom: it comes when it is asked for, and not before. */
export function InboxPlace(props: InboxPlaceProps) {
  const say = useText()
  const show = useToast()
  const { parts } = useParts(
    () => import('./inbox-part.ts'),
    true,
    () => {
      props.onBack()
      show({ tone: 'danger', title: say(common.notOpened), detail: say(common.notOpenedBecause) })
    },
  )
  return parts ? <parts.InboxPage {...props} /> : <Skeleton rows={8} />
}
