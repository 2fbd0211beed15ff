import { Banner } from '../banner/banner.tsx'
import { useText } from '../texts/use-text.ts'
import { failureOf } from './problem.ts'
import { RequestIdToCopy } from './states.tsx'

/** Says why an act did not take place, beside the act; nothing while nothing went wrong. */
export function Refusal({ error }: { readonly error: unknown }) {
  const say = useText()
  if (error === null || error === undefined) return null
  const { title, reason, advice, requestId } = failureOf(error, say)
  return (
    <Banner tone="danger" title={title} actions={requestId && <RequestIdToCopy of={requestId} />}>
      {reason} {advice}
    </Banner>
  )
}
