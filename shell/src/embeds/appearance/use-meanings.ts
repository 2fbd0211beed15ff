import { designTokens, type TokenName } from '@sonaqor/embed/appearance'
import { useLocale } from '@sonaqor/ui'
import { useEffect, useState } from 'react'

type Meanings = Readonly<Record<TokenName, string>>

/** What tokens are for, by language; English stands beside each token itself. */
const others: Readonly<Record<string, () => Promise<Meanings>>> = {
  de: () => import('./texts/meanings-de.ts').then(({ meanings }) => meanings),
}

/** Says what a token is for; in English until another language is there. */
export function useMeanings(): (name: TokenName) => string {
  const language = useLocale().slice(0, 2)
  const [found, setFound] = useState<Meanings>()
  useEffect(() => {
    let isOver = false
    const put = (meanings?: Meanings) => isOver || setFound(meanings)
    void (others[language]?.() ?? Promise.resolve(undefined)).then(put, () => undefined)
    return () => {
      isOver = true
    }
  }, [language])
  return (name) => found?.[name] ?? designTokens[name][1]
}
