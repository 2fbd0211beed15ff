import type * as english from './en.ts'
import type { Languages as LanguagesOf } from './languages.ts'

export { areLoaded, loadTexts, sayIn, spokenIn, type Languages } from './languages.ts'
export { directionOf, languageOf } from './tag-of.ts'
export { text, type Given, type Say, type Text, type Values } from './text.ts'
export { useLoadedLocale } from './use-loaded-locale.ts'

/** The languages of the components themselves. */
export const languages: LanguagesOf<typeof english> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
}
