/** Whether our script has arrived in the page: what it has put there, or what is said where it did not come. */
import type { EmbedError, Sonaqor } from './sdk.ts'

/** By inheritance a window has each `<a id="Sonaqor">` of its page too, which is nothing of ours. */
export const found = (): Sonaqor | false | undefined =>
  Object.hasOwn(window, 'Sonaqor') && (window as { Sonaqor?: Sonaqor }).Sonaqor

type Words = readonly [message: string, again: string, lang: string]

const words: Readonly<Record<string, Words>> = {
  ar: ['تعذّر تحميل Sonaqor.', 'إعادة المحاولة', 'ar'],
  de: ['Sonaqor konnte nicht geladen werden.', 'Erneut versuchen', 'de'],
}

/** What is said where the loader did not come: the same as the loader says of its own parts. */
export const wordsOfPage = (): Words =>
  words[document.documentElement.lang.slice(0, 2)] ?? [
    'Sonaqor could not be loaded.',
    'Try again',
    'en',
  ]

/** What a page is told then. */
export const unreachable = (retry: () => void, cause?: unknown): EmbedError =>
  Object.assign(new Error(wordsOfPage()[0], { cause }), {
    code: 'loader-unreachable',
    retry,
  } as const)
