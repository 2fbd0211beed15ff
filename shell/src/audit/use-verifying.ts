import type { AuditFault } from '@sonaqor/contract/audit'
import { useModule } from '@sonaqor/module'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** How far a walk along the chain has come; `done` entries hold. */
export type Verifying =
  | { readonly state: 'running'; readonly done: number; readonly total: number | undefined }
  | {
      readonly state: 'intact'
      readonly done: number
      readonly head: string
      readonly checkpoints: number
    }
  | {
      readonly state: 'broken'
      readonly done: number
      readonly at: number
      readonly fault: AuditFault | null
    }
  | { readonly state: 'failed'; readonly done: number; readonly error: unknown }

/** Where a walk goes on after it was cut off: what was found by then need not be found again. */
interface Place {
  readonly from: number
  readonly done: number
  readonly checkpoints: number
}

const beginning: Place = { from: 1, done: 0, checkpoints: 0 }

/** Walks the chain step by step, from the moment on that somebody looks. */
export function useVerifying() {
  const { api } = useModule()
  const [verifying, become] = useState<Verifying>({ state: 'running', done: 0, total: undefined })
  const reached = useRef(beginning)
  const walk = useRef(0)

  async function go() {
    walk.current += 1
    const own = walk.current
    // Another walk has begun, or nobody looks any more.
    const isOver = () => own !== walk.current
    const tell = (news: Verifying) => !isOver() && become(news)
    tell({ state: 'running', done: reached.current.done, total: undefined })
    try {
      const { data } = await api.audit.search({ query: { limit: 1 } })
      const total = data[0]?.sequence
      for (let next: number | null = reached.current.from; next !== null && !isOver();) {
        tell({ state: 'running', done: reached.current.done, total })
        const step = await api.audit.verify({ query: { from: next } })
        const done = reached.current.done + step.entries
        const checkpoints = reached.current.checkpoints + step.checkpoints
        if (!step.intact) {
          return tell({ state: 'broken', done, at: step.brokenAt ?? next, fault: step.fault })
        }
        if (step.next === null) return tell({ state: 'intact', done, head: step.head, checkpoints })
        next = step.next
        if (!isOver()) reached.current = { from: next, done, checkpoints }
      }
    } catch (error) {
      tell({ state: 'failed', done: reached.current.done, error })
    }
  }

  const begin = useEffectEvent(() => void go())
  useEffect(() => {
    begin()
    return () => {
      walk.current += 1
    }
  }, [])

  return {
    verifying,
    goOn: () => void go(),
    again: () => {
      reached.current = beginning
      void go()
    },
  }
}
