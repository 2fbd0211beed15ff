import type { Router } from '@sonaqor/embed/host'
import { useEffect, useEffectEvent } from 'react'

/** A choice of the frame's that stands in the address of every page. */
interface Addressed {
  readonly name: 'environment' | 'project'
  /** Nothing where there is nothing to choose; then it is not said, and the address stays short. */
  readonly value: string | undefined
  /** Takes over what the address asks for; false where that is nothing to be had. */
  readonly follow: (asked: string) => boolean
}

/** What the address asks for by this name, if anything. */
export function askedFor(router: Router, name: Addressed['name']): string | undefined {
  return router.viewState.read()[name]
}

/**
 * Keeps a choice in the address, so that a link shows its reader what its sender saw. The way back
 * leads to what was looked at there.
 */
export function useAddressed(router: Router, addressed: Addressed): void {
  const { name, value } = addressed

  const write = useEffectEvent((now: string | undefined) => {
    if (now === undefined || askedFor(router, name) === now) return
    router.viewState.write({ ...router.viewState.read(), [name]: now })
  })
  const follow = useEffectEvent(() => {
    const asked = askedFor(router, name)
    const isNews = value !== undefined && asked !== undefined && asked !== value
    if (!isNews || !addressed.follow(asked)) write(value)
  })

  useEffect(() => router.subscribe(() => follow()), [router])
  useEffect(() => write(value), [value])
}
