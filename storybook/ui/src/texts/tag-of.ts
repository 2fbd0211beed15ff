/** A page may say anything of its language; what is no BCP 47 tag is read as English, and breaks nothing. */
export function tagOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** `de` of `de-AT`: texts are kept by language, not by country. */
export function languageOf(locale: string): string {
  return tagOf(locale).split('-', 1)[0] ?? 'en'
}
