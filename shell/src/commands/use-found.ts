import { useEffect, useState } from 'react'
import type { Command } from './command.ts'
import type { FindThings } from './find-things.ts'

const typingPauseMs = 200
const fewestLetters = 2

interface Answer {
  readonly query: string
  /** Nothing where it could not be asked for. */
  readonly commands: readonly Command[] | undefined
}

export interface Found {
  readonly commands: readonly Command[]
  readonly state: 'idle' | 'searching' | 'failed'
}

const none: readonly Command[] = []

/**
 * What is found by a name while somebody types: asked for once they pause, and never shown for
 * another query than the one in the field.
 */
export function useFound(find: FindThings | undefined, typed: string): Found {
  const query = typed.trim()
  const isAsked = find !== undefined && query.length >= fewestLetters
  const [answer, setAnswer] = useState<Answer>()

  useEffect(() => {
    if (!isAsked) return
    let stands = true
    const tell = (commands: Answer['commands']) => stands && setAnswer({ query, commands })
    const timer = setTimeout(() => find(query).then(tell, () => tell(undefined)), typingPauseMs)
    return () => {
      stands = false
      clearTimeout(timer)
    }
  }, [find, isAsked, query])

  if (!isAsked) return { commands: none, state: 'idle' }
  if (answer?.query !== query) return { commands: none, state: 'searching' }
  return { commands: answer.commands ?? none, state: answer.commands ? 'idle' : 'failed' }
}
