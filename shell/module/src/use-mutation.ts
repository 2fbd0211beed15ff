import {
  useMutation as useUnguarded,
  type MutateOptions,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query'
import { useRef } from 'react'

type Options<Data, Input> = Omit<UseMutationOptions<Data, Error, Input>, 'onSettled'>
type Mutation<Data, Input> = Omit<
  UseMutationResult<Data, Error, Input>,
  'mutate' | 'mutateAsync'
> & {
  mutate(input: Input, then?: MutateOptions<Data, Error, Input>): void
}

/**
 * A write of the API, one at a time: asked for again while it is under way, it is not sent again.
 * A button knows that it is busy from its next drawing on alone, and a double press is faster; the
 * answer to the second would then stand in the place of the first one's.
 */
export function useMutation<Data, Input>(options: Options<Data, Input>): Mutation<Data, Input> {
  const underWay = useRef(false)
  const mutation = useUnguarded<Data, Error, Input>({
    ...options,
    onSettled: () => {
      underWay.current = false
    },
  })
  // The library's own type of what is handed on depends on whether there is an input; here there is.
  const send: (input: Input, then?: MutateOptions<Data, Error, Input>) => void = mutation.mutate
  return {
    ...mutation,
    mutate(input, then) {
      if (underWay.current) return
      underWay.current = true
      send(input, then)
    },
  }
}
