/** A piece of HTML that is safe to send: only `html` makes one, and it escapes what it is given. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Piece = string | number | Html | false | null | undefined | readonly Piece[]

/** Joins literal markup with values. Strings are escaped, lists are joined, nothing draws nothing. */
export function html(markup: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(String.raw({ raw: markup }, ...pieces.map(written)))
}

function written(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return ''
  if (piece instanceof Html) return piece.text
  if (typeof piece === 'object') return piece.map(written).join('')
  return String(piece).replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
