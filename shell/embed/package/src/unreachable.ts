import type { EmbedError } from './sdk.ts'

const words: Readonly<Record<string, readonly [message: string, again: string]>> = {
  ar: ['تعذّر تحميل Sonaqor.', 'إعادة المحاولة'],
  de: ['Sonaqor konnte nicht geladen werden.', 'Erneut versuchen'],
}

/** What is said where the loader did not come: the same as the loader says of its own parts. */
export const wordsOf = (language: string): readonly [message: string, again: string] =>
  words[language.slice(0, 2)] ?? ['Sonaqor could not be loaded.', 'Try again']

/** What a page is told then. */
export const unreachable = (retry: () => void, cause?: unknown): EmbedError =>
  Object.assign(new Error(wordsOf(document.documentElement.lang)[0], { cause }), {
    code: 'loader-unreachable',
    retry,
  } as const)
