import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** What happens comes in swarms; a list need not move with each. */
const pauseMs = 2000
export const countedAtMost = 50

interface Row {
  readonly id: string
}

interface Held<Of extends Row> {
  readonly pages: {
    readonly data: readonly Of[] | undefined
    readonly refetch: () => Promise<unknown>
  }
  /** Somebody reads: the rows in view stay where they are. */
  readonly isHeld: boolean
  /** The newest rows, to be counted alone. */
  readonly readNewest: () => Promise<{ readonly data: readonly Of[] }>
  readonly instantOf: (row: Of) => string
}

/**
 * Rows, newest first, that follow what happens. While somebody reads further down, or has one open, new
 * ones are counted and wait. `heard` is told when something happened.
 */
export function useHeldRows<Of extends Row>({ pages, isHeld, readNewest, instantOf }: Held<Of>) {
  const [waiting, setWaiting] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const follow = useEffectEvent(async () => {
    if (!isHeld) {
      setWaiting(0)
      return void (await pages.refetch())
    }
    const known = new Set((pages.data ?? []).map(({ id }) => id))
    const { data } = await readNewest().catch(() => ({ data: [] as readonly Of[] }))
    const [first] = pages.data ?? []
    const newest = first ? instantOf(first) : ''
    setWaiting(data.filter((row) => !known.has(row.id) && instantOf(row) >= newest).length)
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  const release = useEffectEvent(() => void pages.refetch().then(() => setWaiting(0)))
  useEffect(() => {
    if (!isHeld && waiting > 0) release()
  }, [isHeld, waiting])

  return {
    waiting,
    areMore: waiting >= countedAtMost,
    heard: () => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        void follow()
      }, pauseMs)
    },
    showWaiting: async () => {
      setWaiting(0)
      await pages.refetch()
    },
  }
}
