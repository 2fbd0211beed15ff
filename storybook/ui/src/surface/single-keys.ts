import { createContext, use } from 'react'

/**
 * Whether keys do something without Ctrl or ⌘ in all that stands below. Speech input and unsteady hands
 * press letters unawares (WCAG 2.1.4), so a person may switch them off.
 */
export const SingleKeys = createContext(true)

/** Whoever listens for a letter or a sign of punctuation asks this before it does anything. */
export function useSingleKeys(): boolean {
  return use(SingleKeys)
}
