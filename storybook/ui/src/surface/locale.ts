import { createContext, use } from 'react'

/** The language that a surface was asked for: a BCP 47 tag. */
export const LocaleContext = createContext('en')

/** The language that its words are in: another one where not all of them are known in that. */
export const SpokenContext = createContext('en')

/** The language in which a component writes dates and figures. */
export function useLocale(): string {
  return use(LocaleContext)
}
