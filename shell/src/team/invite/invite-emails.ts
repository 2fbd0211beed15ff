/** What the API takes at once. */
export const invitedAtOnce = 50

/**
 * The addresses in what somebody pasted, each once: separated by commas, semicolons, lines or spaces,
 * also with names as mail programs write them, `"Moreau, Ada" <ada@example.com>`. What is no address
 * stays among them, so that it is told and not lost.
 */
export function emailsIn(text: string): readonly string[] {
  const unnamed = text.replaceAll(/"[^"\n]*"/g, ' ')
  const found = unnamed.split(/[,;\n]/).flatMap(emailsOfPiece)
  const kept = new Map(found.map((email) => [email.toLowerCase(), email]))
  return [...kept.values()]
}

/** In angle brackets stands the address of the name before them; elsewhere each word is one. */
function emailsOfPiece(piece: string): readonly string[] {
  const bracketed = [...piece.matchAll(/<([^<>]*)>/g)].map(([, email = '']) => email)
  const words = bracketed.length > 0 ? bracketed : piece.split(/\s+/)
  return words.map((word) => word.trim().replace(/^mailto:/i, '')).filter(Boolean)
}
