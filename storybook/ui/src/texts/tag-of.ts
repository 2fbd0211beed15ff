/** A page may say anything of its language; what is no BCP 47 tag is read as English, and breaks nothing. */
export function tagOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** `de` of `de-AT`, and of `DE`: texts are kept by language, not by country. */
export function languageOf(locale: string): string {
  return tagOf(locale).split('-', 1)[0] ?? 'en'
}

const fromRightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi'])

/** Which way a language is written: a value for the attribute `dir`. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return fromRightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr'
}
