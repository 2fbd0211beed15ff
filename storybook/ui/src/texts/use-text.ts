import { use, useMemo } from 'react'
import { SpokenContext } from '../surface/locale.ts'
import { sayIn } from './languages.ts'
import type { Say } from './text.ts'

/** Puts texts into the words of the reader's language, which the surface around knows. */
export function useText(): Say {
  const spoken = use(SpokenContext)
  return useMemo(() => sayIn(spoken), [spoken])
}
