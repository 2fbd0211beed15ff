import { useMemo } from 'react'
import { useLocale } from '../surface/locale.ts'
import { sayIn } from './languages.ts'
import type { Say } from './text.ts'

/** Puts texts into the words of the reader's language, which the surface around knows. */
export function useText(): Say {
  const locale = useLocale()
  return useMemo(() => sayIn(locale), [locale])
}
