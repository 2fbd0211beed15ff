import { Banner } from '../banner/banner.tsx'
import { failureOf } from './problem.ts'

/** Says why an act did not take place, beside the act; nothing while nothing went wrong. */
export function Refusal({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null
  const { title, reason, advice } = failureOf(error)
  return (
    <Banner tone="danger" title={title}>
      {reason} {advice}
    </Banner>
  )
}
