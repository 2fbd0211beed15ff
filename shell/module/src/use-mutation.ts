import { useEffect, useRef, useState } from 'react'
import { isGivenUp } from './given-up.ts'
import { networkIsBack } from './reading/network.ts'

interface Then<Data> {
  readonly onSuccess?: (data: Data) => unknown
  readonly onError?: (error: Error) => unknown
}

/** What is waited for before the write counts as over; it happens wherever the screen is by then. */
interface Options<Data, Input> extends Then<Data> {
  readonly mutationFn: (input: Input) => Promise<Data>
}

interface Writing<Data, Input> {
  readonly status: 'idle' | 'pending' | 'error' | 'success'
  readonly data: Data | undefined
  readonly error: Error | null
  /** What was asked for last. */
  readonly variables: Input | undefined
}

const atRest = { status: 'idle', data: undefined, error: null, variables: undefined } as const

/**
 * A write of the API, one at a time: asked for again while it is under way, it is not sent again.
 * A button knows that it is busy from its next drawing on alone, and a double press is faster; the
 * answer to the second would then stand in the place of the first one's. What the person gave up while
 * they were asked for a second factor is as if it had never been asked for.
 */
export function useMutation<Data, Input>(options: Options<Data, Input>) {
  const [state, become] = useState<Writing<Data, Input>>(atRest)
  const latest = useRef(options)
  const underWay = useRef(false)
  const turn = useRef(0)
  const isHere = useRef(false)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  async function mutateOnce(variables: Input, then: Then<Data> | undefined) {
    const mine = turn.current
    // What is written was meant for what was in view then, which may be another thing by now.
    const { mutationFn, onSuccess, onError } = latest.current
    become({ ...atRest, status: 'pending', variables })
    let outcome: Writing<Data, Input> = atRest
    try {
      await networkIsBack()
      const data = await mutationFn(variables)
      await onSuccess?.(data)
      outcome = { status: 'success', data, error: null, variables }
    } catch (thrown) {
      if (!isGivenUp(thrown)) {
        outcome = { status: 'error', data: undefined, error: thrown as Error, variables }
      }
    }
    try {
      if (outcome.status === 'error') await onError?.(outcome.error as Error)
    } catch (fault) {
      // What was refused is still what the screen has to say.
      reportError(fault)
    }
    underWay.current = false
    if (mine !== turn.current) return
    become(outcome)
    if (!isHere.current) return
    if (outcome.status === 'error') then?.onError?.(outcome.error as Error)
    if (outcome.status === 'success') then?.onSuccess?.(outcome.data as Data)
  }

  return {
    ...state,
    isPending: state.status === 'pending',
    /** As if nothing had been asked for; what is under way goes on, and is not told of here. */
    reset(): void {
      turn.current += 1
      become(atRest)
    },
    /** `then` is for the screen alone, and is not called when that is gone. */
    mutate(input: Input, then?: Then<Data>): void {
      if (underWay.current) return
      underWay.current = true
      void mutateOnce(input, then)
    },
  }
}
