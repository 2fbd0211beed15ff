import { useState } from 'react'

interface Revised {
  readonly revision: number
}

/**
 * What somebody writes over a version that they saw, while others may change the same thing. An
 * untouched draft follows what happens elsewhere; one that was touched stays, and is `behind` until
 * its writer has chosen between the two versions.
 */
export function useDraft<Thing extends Revised, Draft extends object>(
  now: Thing,
  draftOf: (thing: Thing) => Draft,
) {
  const [seen, see] = useState(now)
  const [draft, setDraft] = useState(() => draftOf(now))
  const isTouched = JSON.stringify(draft) !== JSON.stringify(draftOf(seen))
  const isOlder = now.revision > seen.revision

  const begin = (from: Thing) => {
    see(from)
    setDraft(draftOf(from))
  }
  if (isOlder && !isTouched) begin(now)

  return {
    draft,
    /** The version that the draft was begun from. */
    seen,
    isTouched,
    isBehind: isOlder && isTouched,
    fill: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    begin,
    /** Goes on with what was written, over the version of now. */
    goOn: () => see(now),
  }
}

/** Whether a write was refused because somebody else was faster. */
export function isOutrun(error: unknown): boolean {
  const { problem } = (error ?? {}) as { readonly problem?: { readonly code?: string } }
  return problem?.code === 'precondition-failed'
}
