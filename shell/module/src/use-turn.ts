import { useModule } from './use-module.ts'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'

/**
 * Tells when the reader turns to another environment or project while the view stands: what was
 * chosen of the one before, such as an app, is nowhere to be found in it. What a view begins with
 * was chosen for where it begins.
 */
export function useTurn(forget: () => void): void {
  const { environment, project } = useModule()
  const here = `${environment} ${project?.id ?? ''}`
  const before = useRef(here)
  const turn = useEffectEvent(forget)

  useLayoutEffect(() => {
    if (before.current === here) return
    before.current = here
    turn()
  }, [here])
}
