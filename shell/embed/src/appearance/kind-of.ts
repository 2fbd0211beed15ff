import type { TokenKind } from './design-tokens/kinds.ts'

/** How the name of a token ends that is no colour. */
const endings: readonly (readonly [ending: RegExp, kind: TokenKind])[] = [
  [/font$/i, 'font'],
  [/lineHeight$|Opacity$/, 'number'],
  [/(Size|Padding|adius|Height|Width|Unit|Thickness|Offset)$|^(top|bottom)$/, 'length'],
  [/Weight$/, 'weight'],
  [/Shadow$/, 'shadow'],
  [/^duration$/, 'duration'],
  [/Transform$/, 'transform'],
  [/Decoration$/, 'line'],
  [/Style$/, 'lineStyle'],
]

/** What a token may be follows from its name, so that the host carries no list of them. */
export const kindOf = (token: string): TokenKind =>
  endings.find(([ending]) => ending.test(token))?.[1] ?? 'colour'

/** A property that takes what a token of this kind may be, and nothing else. */
const takers: Readonly<Record<TokenKind, string>> = {
  colour: 'color',
  length: 'outline-offset',
  font: 'font-family',
  weight: 'font-weight',
  number: 'flex-grow',
  duration: 'transition-duration',
  shadow: 'box-shadow',
  transform: 'text-transform',
  line: 'text-decoration-line',
  lineStyle: 'text-decoration-style',
}

/** Whether a value is CSS of this kind. */
export const isOfKind = (kind: TokenKind, value: string): boolean =>
  CSS.supports(takers[kind], value)
