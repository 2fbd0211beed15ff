import { withoutSecrets } from '@sonaqor/contract/key-format'
import { useEffect, useEffectEvent, useState } from 'react'

const typingPauseMs = 300

/**
 * What is being typed, told once the typing pauses, or at once where `isDone` says that nobody types
 * any more, and not while it is held back; a value that changes from outside is taken over. The space
 * behind what was told stays in the field alone, for whoever writes on. Of the secret of a key no more
 * comes into it than names the key.
 */
export function useTyped(
  told: string,
  tell: (text: string) => void,
  isDone: boolean,
  isHeld = false,
) {
  const [typed, setTyped] = useState(told)
  const [taken, setTaken] = useState(told)
  const pause = useEffectEvent(tell)
  if (taken !== told) {
    setTaken(told)
    if (typed.trim() !== told) setTyped(told)
  }

  useEffect(() => {
    if (typed.trim() === told.trim() || (isHeld && !isDone)) return
    const timer = setTimeout(() => pause(typed), isDone ? 0 : typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, told, isDone, isHeld])

  return [typed, (text: string) => setTyped(withoutSecrets(text))] as const
}
