import { languages as languagesOfUi, useLoadedLocale } from '@sonaqor/ui/texts'
import { useEffect, useState } from 'react'
import { keep, readKept } from '../frame/kept/kept.ts'
import { languages as languagesOfAccount } from '../account/texts/index.ts'
import { languages as languagesOfIdentity } from '../identity/texts/index.ts'
import { languages as languagesOfNotifications } from '../notifications/texts/index.ts'
import { languages as languagesOfRoles } from '../roles/texts/index.ts'
import { languages as languagesOfSignIn } from '../sign-in/texts/index.ts'
import { languages } from '../texts/index.ts'
import { localeOf, type Choice } from './locale-of.ts'

/** In which language the shell and its modules speak, and who has decided it. */
export interface Language {
  readonly chosen: Choice
  /** The tag that was asked for. */
  readonly locale: string
  /** The one to draw in; it follows once the words are there. */
  readonly shown: string
  choose(choice: Choice): void
}

const name = 'sonaqor-language'
const spoken = [
  languagesOfUi,
  languages,
  languagesOfIdentity,
  languagesOfAccount,
  languagesOfNotifications,
  languagesOfRoles,
  languagesOfSignIn,
]

/** The person's own choice, kept in the browser, so that the sign-in speaks their language too. */
export function useLanguage(): Language {
  const [chosen, set] = useState(() => choiceOf(readKept('browser', name)))
  const locale = localeOf(chosen, navigator.languages)
  const shown = useLoadedLocale(locale, spoken)

  useEffect(() => {
    document.documentElement.lang = shown
  }, [shown])

  const choose = (choice: Choice) => {
    keep('browser', name, choice)
    set(choice)
  }
  return { chosen, locale, shown, choose }
}

const choiceOf = (kept: unknown): Choice =>
  (['en', 'de', 'auto'] as const).find((known) => known === kept) ?? 'auto'
