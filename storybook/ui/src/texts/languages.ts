import { formatsIn, type Formats } from './formats.ts'
import { languageOf, tagOf } from './tag-of.ts'
import type { Say, Text } from './text.ts'

/** A catalogue in another language: the same names, each with a text of its own. */
type Catalogue<Names extends string> = Readonly<Record<Names, Text>>

/** The languages that a package speaks besides English, each in a part that is loaded when needed. */
export type Languages<English = Readonly<Record<string, Text>>> = Readonly<
  Record<string, () => Promise<Catalogue<keyof English & string>>>
>

type Values = Readonly<Record<string, string | number>>

/** What the build makes of a text: the name that it has in every language, and its words in one. */
type Compiled = readonly [
  id: string,
  words: string | ((values: Values, formats: Formats) => string),
]

/** Per language, the words of every text that has been loaded. English needs none: it is built in. */
const dictionaries = new Map<string, Map<string, Compiled[1]>>()
const loaded = new WeakSet<object>()

/**
 * Loads what the given packages say in a language: `de` serves `de-AT` too. It never rejects: where
 * a language is not spoken or cannot be loaded, English is shown, and the next call tries again.
 */
export async function loadTexts(locale: string, ...spoken: readonly Languages[]): Promise<void> {
  const language = languageOf(locale)
  await Promise.all(
    spoken.map(async (languages) => {
      const load = languages[language]
      if (!load || loaded.has(load)) return
      const catalogue = await load().catch(() => undefined)
      if (!catalogue) return
      const words = dictionaries.get(language) ?? new Map<string, Compiled[1]>()
      dictionaries.set(language, words)
      for (const text of Object.values(catalogue)) words.set(...compiled(text))
      loaded.add(load)
    }),
  )
}

/** Whether nothing has to be waited for before the packages can be shown in a language. */
export function areLoaded(locale: string, ...spoken: readonly Languages[]): boolean {
  const language = languageOf(locale)
  return spoken.every((languages) => {
    const load = languages[language]
    return !load || loaded.has(load)
  })
}

/**
 * The language in which all the given packages can be shown now: `locale` (a BCP 47 tag) where each
 * of them speaks it and has its texts at hand, else English, so that no page mixes two languages.
 */
export function spokenIn(locale: string, ...spoken: readonly Languages[]): string {
  const language = languageOf(locale)
  const isSpoken = spoken.every((languages) => {
    const load = languages[language]
    return load !== undefined && loaded.has(load)
  })
  return isSpoken || language === 'en' ? tagOf(locale) : 'en'
}

/** Puts texts into words: in the language of `locale` (a BCP 47 tag) where it is loaded, else in English. */
export function sayIn(locale: string): Say {
  return (text, ...[values]) => {
    const [id, english] = compiled(text)
    const words = dictionaries.get(languageOf(locale))?.get(id) ?? english
    return typeof words === 'string' ? words : words(values ?? {}, formatsIn(locale))
  }
}

/** The build has turned what the type checker knows as a text into a pair. */
function compiled(text: Text): Compiled {
  return text as unknown as Compiled
}
