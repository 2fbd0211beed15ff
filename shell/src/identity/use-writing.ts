import { useAct, type Act } from './use-act.ts'

export interface Writing<Input> extends Pick<Act, 'busy' | 'error'> {
  /** Sends it, unless something is under way. Never rejects. */
  write(input: Input): void
}

/**
 * A write of the frame, beside `useReading` for one thing and `useListing` for a list: what is here once
 * before anybody is signed in or any module has come keeps no cache. `then` hears what was answered; what
 * it does is a part of the write, and is refused with it.
 */
export function useWriting<Answer, Input = void>(
  send: (input: Input) => Promise<Answer>,
  then: (answer: Answer) => unknown,
): Writing<Input> {
  const { busy, error, run } = useAct()
  return { busy, error, write: (input) => run(async () => then(await send(input))) }
}
