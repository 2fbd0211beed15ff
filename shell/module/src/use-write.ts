import { useMutation } from './use-mutation.ts'
import { useReadAgain } from './use-read-again.ts'

interface Writing<Data, Input> {
  /** What is known of these is old once it was written: the first words of their queries' keys. */
  readonly areas: readonly [string, ...string[]]
  readonly write: (input: Input) => Promise<Data>
  readonly onSuccess?: (data: Data) => void
  readonly onError?: (error: Error) => void
  /**
   * It is under way until its areas were read again, for what is switched in place, which would jump
   * back in between. Everything else is over at once: its row, or its dialog, may go with the reading,
   * and nobody would say any more what has happened.
   */
  readonly isUntilRead?: boolean
}

/**
 * A write of the API after which what it concerns is read again. So it is after a refusal, which may say
 * that somebody was faster: whoever went on with the old revision would be refused for ever.
 */
export function useWrite<Data, Input = void>(writing: Writing<Data, Input>) {
  const { areas, write, onSuccess, onError, isUntilRead = false } = writing
  const readAgain = useReadAgain(...areas)
  const read = () => {
    const reading = readAgain()
    return isUntilRead ? reading : undefined
  }
  return useMutation<Data, Input>({
    mutationFn: write,
    onSuccess: (data) => {
      onSuccess?.(data)
      return read()
    },
    onError: (error) => {
      onError?.(error)
      return read()
    },
  })
}
