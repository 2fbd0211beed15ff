/** What the value of a token may be; each is a value of CSS. */
export type TokenKind =
  | 'colour'
  | 'length'
  | 'font'
  | 'weight'
  | 'number'
  | 'duration'
  | 'shadow'
  | 'transform'
  | 'line'
  | 'lineStyle'

/** By the name of a token: what it may be, and what it is for. */
export type TokenGroup = Readonly<Record<string, readonly [kind: TokenKind, meaning: string]>>
