import { useEffect, useEffectEvent, useState } from 'react'

const typingPauseMs = 300

/**
 * What is being typed, told once the typing pauses, or at once where `isDone` says that nobody types
 * any more, and not while it is held back; a value that changes from outside is taken over.
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
    setTyped(told)
  }

  useEffect(() => {
    if (typed === told || (isHeld && !isDone)) return
    const timer = setTimeout(() => pause(typed), isDone ? 0 : typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, told, isDone, isHeld])

  return [typed, setTyped] as const
}
