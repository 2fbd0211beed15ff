import { createContext, use } from 'react'

/** The language of a surface: a BCP 47 tag. */
export const LocaleContext = createContext('en')

/** The language in which a component writes dates and figures. */
export function useLocale(): string {
  return use(LocaleContext)
}
