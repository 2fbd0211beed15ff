import { Banner, Copied, failureOf, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'

interface WayFailedProps {
  /** What did not come about. */
  readonly title: string
  readonly error: unknown
}

/** Why the server has opened no way, and by what support finds the request, where there was an answer. */
export function WayFailed({ title, error }: WayFailedProps) {
  const say = useText()
  const { reason, advice, requestId } = failureOf(error, say)
  return (
    <Banner tone="danger" title={title}>
      {reason} {advice}
      {requestId && <Copied text={requestId} what={say(texts.requestId)} />}
    </Banner>
  )
}
