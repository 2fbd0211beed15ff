import { designTokens, isToken, propertyOf, type TokenName } from '@sonaqor/embed/appearance'
import { hexOf } from './contrast.ts'

/** What tokens are unless they are chosen: a colour, or a value that can be read. */
export type AsBuilt = Partial<Record<TokenName, string>>

const names = Object.keys(designTokens).filter(isToken)

/** Finds in the sheets around an element what each token falls back to there, in its theme. */
export function asBuiltAt(place: HTMLElement): AsBuilt {
  const root = place.getRootNode() as Document | ShadowRoot
  const styles = root.adoptedStyleSheets
    .map(({ cssRules }) => Array.from(cssRules ?? [], ({ cssText }) => cssText).join(''))
    .join('')
  const found = names.map((name) => [name, shown(name, fallbackIn(styles, name), place)] as const)
  return Object.fromEntries(found.filter(([, value]) => value !== undefined))
}

function fallbackIn(styles: string, name: TokenName): string | undefined {
  const start = `var(${propertyOf(name)},`
  const at = styles.indexOf(start)
  return at < 0 ? undefined : upToClosing(styles, at + start.length).trim()
}

/** The text up to the bracket that closes what was open before it. */
function upToClosing(text: string, from: number): string {
  let depth = 1
  let at = from
  while (depth > 0 && at < text.length) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    at += 1
  }
  return text.slice(from, at - 1)
}

/** What is a colour wherever it stands: no word, and nothing that a part names for itself. */
const isColour = /^(?:var\(--(?:sq|sonaqor)-|light-dark\(|oklch\()/

/** A colour as it is drawn; what is worked out from other values says nothing to a reader. */
function shown(name: TokenName, fallback: string | undefined, place: HTMLElement) {
  if (!fallback || fallback === 'inherit') return undefined
  if (designTokens[name][0] === 'colour') {
    return isColour.test(fallback) ? hexOf(place, fallback) : undefined
  }
  return /[(,]/.test(fallback) ? undefined : fallback
}
