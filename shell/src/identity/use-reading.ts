import type { Readable } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState } from 'react'

type State<Data> = Pick<Readable<Data>, 'status' | 'data' | 'error'>

/** What the frame reads once it is drawn, and again when it is asked to; what is known stays meanwhile. */
export function useReading<Data>(read: () => Promise<Data>): Readable<Data> & {
  readonly refetch: () => Promise<void>
} {
  const [state, become] = useState<State<Data>>({
    status: 'pending',
    data: undefined,
    error: null,
  })

  const refetch = () =>
    read().then(
      (data) => become({ status: 'success', data, error: null }),
      (error: unknown) => become(({ data }) => ({ status: 'error', data, error })),
    )
  const begin = useEffectEvent(() => void refetch())
  useEffect(() => begin(), [])
  return { ...state, refetch }
}
