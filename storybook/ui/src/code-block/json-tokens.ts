export type TokenKind = 'key' | 'string' | 'number' | 'word' | 'plain'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** Where it begins, in characters. */
  readonly at: number
}

const pattern =
  /(?<key>"(?:\\.|[^"\\])*")(?=\s*:)|(?<string>"(?:\\.|[^"\\])*")|(?<word>\b(?:true|false|null)\b)|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g

/** Lays JSON out over lines; what is no JSON (a body that was cut, say) stays as it came. */
export function layOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** Cuts JSON into the pieces that are coloured. Any text may be given; nothing of it is lost. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) {
      tokens.push({ kind: 'plain', text: text.slice(end, match.index), at: end })
    }
    tokens.push({ kind: kindOf(match.groups), text: match[0], at: match.index })
    end = match.index + match[0].length
  }
  if (end < text.length) tokens.push({ kind: 'plain', text: text.slice(end), at: end })
  return tokens
}

function kindOf(groups: Readonly<Record<string, string | undefined>> = {}): TokenKind {
  const kinds = ['key', 'string', 'word', 'number'] as const
  return kinds.find((kind) => groups[kind] !== undefined) ?? 'plain'
}
