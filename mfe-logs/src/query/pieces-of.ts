/** A query as it is typed, in its pieces. */
export interface Piece {
  readonly text: string
  readonly at: number
}

const quoted = String.raw`"(?:\\[\s\S]|[^"\\])*"?`
const piece = new RegExp(String.raw`(?:[^\s"]|${quoted})+`, 'g')
/** One of the values of a term. */
export const valuePattern = new RegExp(`(?:[^,"]|${quoted})+`, 'g')

/** Its terms, without a look at what they mean; what stands in quotes is one. */
export const piecesOf = (query: string): readonly Piece[] =>
  Array.from(query.matchAll(piece), ({ 0: text, index }) => ({ text, at: index }))
