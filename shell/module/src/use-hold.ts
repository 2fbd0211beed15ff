import { useEffect, useEffectEvent } from 'react'
import type { Hold } from './host.ts'
import { useModule } from './use-module.ts'

/**
 * Asks before an opened view is closed, or a page of the shell is left, for as long as there is something
 * to ask. Other words for it, as in another language, are told without letting go: whoever is being asked
 * just then stays asked.
 */
export function useHold(hold: Hold | undefined): void {
  const host = useModule()
  const tell = useEffectEvent((told: Hold | undefined) => host.hold?.(told))
  const { question, leave } = hold ?? {}
  const isHeld = hold !== undefined

  useEffect(() => {
    if (question !== undefined && leave !== undefined) tell({ question, leave })
  }, [question, leave])

  useEffect(() => {
    if (isHeld) return () => tell(undefined)
    return undefined
  }, [isHeld])
}
