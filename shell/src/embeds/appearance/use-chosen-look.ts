import { useDraft } from '@sonaqor/module'
import { useMemo, useRef, useState } from 'react'
import { asBuilt, readLook, writeLook, type ChosenLook } from './chosen-look.ts'

const nothing = { look: '' }
/** Further back nobody remembers what there was. */
const longest = 100

/**
 * The look that is being chosen: kept as a draft, there again after a reload and on any device, with the
 * way back and forth. What is written into one field in one go is one step.
 */
export function useChosenLook() {
  const draft = useDraft('embeds.appearance', 'look', nothing)
  const [past, setPast] = useState<readonly string[]>([])
  const [future, setFuture] = useState<readonly string[]>([])
  const lastField = useRef<string>(undefined)
  const { look: written } = draft.value
  const look = useMemo(() => readLook(written), [written])

  function change(next: ChosenLook, field?: string) {
    const isSameGo = field !== undefined && field === lastField.current
    lastField.current = field
    if (!isSameGo) setPast([...past, written].slice(-longest))
    setFuture([])
    draft.change({ look: writeLook(next) })
  }

  function go(from: readonly string[], put: typeof setPast, keep: typeof setPast) {
    const to = from.at(-1)
    if (to === undefined) return
    lastField.current = undefined
    put(from.slice(0, -1))
    keep((before) => [...before, written])
    draft.change({ look: to })
  }

  return {
    draft,
    look,
    change,
    /** Whether there is a step to take back, and how. */
    undo: past.length > 0 ? () => go(past, setPast, setFuture) : undefined,
    redo: future.length > 0 ? () => go(future, setFuture, setPast) : undefined,
    reset: written === '' ? undefined : () => change(asBuilt),
  }
}
