/** Which letters a page can show, and what stands for the others: nothing of a line may be lost or moved. */

/** What the fonts that every reader brings have. */
const plain = /^[\x20-\x7e\xa1-\xac\xae-\xff…“”‘’–—€œŒšŠžŽŸ]*$/

/** What the font that is embedded has: Latin of Europe, Greek, Cyrillic, Armenian and Georgian. */
const embedded =
  /^[\u0100-\u017f\u0218-\u021b\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u049b\u04a2\u04a3\u04ae-\u04b3\u04ba\u04bb\u04d8\u04d9\u04e8\u04e9\u0531-\u0556\u0561-\u0586\u10d0-\u10fa\u201e\u2190-\u2193]$/

export const isPlain = (text: string) => plain.test(text)

/**
 * The text in letters that a page has. Any other stands as `\u{6771}`, and so does a backslash, so that
 * what was there can be told: scripts that run from right to left among them, for a page that only knows
 * the other way would turn their words around.
 */
export function shown(text: string): string {
  if (!text.includes('\\') && plain.test(text)) return text
  let out = ''
  for (const letter of text.normalize('NFC')) {
    const isShown = letter !== '\\' && (plain.test(letter) || embedded.test(letter))
    out += isShown ? letter : `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`
  }
  return out
}

/** The text in lines of so many letters, each as wide as any other. */
export function linesOf(text: string, letters: number): readonly string[] {
  if (text.length <= letters) return [text]
  const lines: string[] = []
  for (let at = 0; at < text.length; at += letters) lines.push(text.slice(at, at + letters))
  return lines
}
