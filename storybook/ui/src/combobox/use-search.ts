import { useEffect, useMemo, useState } from 'react'

export interface Choice {
  readonly id: string
  readonly label: string
  /** What tells it from another of the same name. */
  readonly hint?: string
}

export type Search = (text: string, signal: AbortSignal) => Promise<readonly Choice[]>

/** What is to be seen of a search: what was found last stays in view while the next one runs. */
export interface Found {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly choices: readonly Choice[]
  readonly retry: () => void
}

const pauseMs = 160

/** What was asked; an answer belongs to its question by identity. */
interface Question {
  readonly search: Search
  readonly text: string
}

interface Answer {
  readonly to: Question | undefined
  readonly state: 'ready' | 'failed'
  readonly choices: readonly Choice[]
}

const none: Answer = { to: undefined, state: 'ready', choices: [] }

/**
 * Asks for choices while the list is open; only the answer to the last question is shown. A `search`
 * that is another one is asked anew, so that whoever hands one in keeps it from drawing to drawing.
 */
export function useSearch(search: Search, text: string, isOpen: boolean): Found {
  const [attempt, setAttempt] = useState(0)
  const [answer, setAnswer] = useState(none)
  const question = useMemo(() => ({ search, text, attempt }), [search, text, attempt])

  useEffect(() => {
    if (!isOpen) return
    const asking = new AbortController()
    const answered = (state: Answer['state'], choices: readonly Choice[]) => {
      if (!asking.signal.aborted) setAnswer({ to: question, state, choices })
    }
    const ask = async () => {
      try {
        answered('ready', await question.search(question.text, asking.signal))
      } catch {
        answered('failed', [])
      }
    }
    // The first list comes at once; who types is waited for.
    const timer = setTimeout(() => void ask(), question.text === '' ? 0 : pauseMs)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [question, isOpen])

  return {
    state: answer.to === question ? answer.state : 'loading',
    choices: answer.choices,
    retry: () => setAttempt(attempt + 1),
  }
}

/** A search among choices that are all at hand: every word must begin a word of the name. */
export function searchIn(choices: readonly Choice[]): Search {
  return async (text) => {
    const sought = wordsOf(text)
    return choices.filter(({ label, hint = '' }) => {
      const held = wordsOf(`${label} ${hint}`)
      return sought.every((word) => held.some((one) => one.startsWith(word)))
    })
  }
}

/** Words without their accents and case: "Müller" is found by "muller". */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
