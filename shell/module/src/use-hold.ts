import { useEffect, useEffectEvent } from 'react'
import type { Hold } from './host.ts'
import { useModule } from './use-module.ts'

/** Asks before an opened view is closed, for as long as there is something to ask. */
export function useHold(hold: Hold | undefined): void {
  const host = useModule()
  const tell = useEffectEvent((told: Hold | undefined) => host.hold?.(told))
  const { question, leave } = hold ?? {}
  useEffect(() => {
    if (question === undefined || leave === undefined) return
    tell({ question, leave })
    return () => tell(undefined)
  }, [question, leave])
}
