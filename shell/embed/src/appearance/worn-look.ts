/** How a look gets into a frame of ours, into which it does not inherit: read there, accepted here. */
import { isOfKind } from './kind-of.ts'
import { propertyOf } from './look.ts'
import { designTokens, isToken, type DesignTokens, type TokenKind } from './tokens.ts'

/** What an element looks like now, wherever in the page that was said. */
export function tokensOf(element: HTMLElement): DesignTokens {
  const style = getComputedStyle(element)
  const chosen = Object.keys(designTokens)
    .map((token) => [token, style.getPropertyValue(propertyOf(token)).trim()] as const)
    .filter(([, value]) => value !== '')
  return Object.fromEntries(chosen)
}

/** Only known tokens, and values of their kind that can load nothing and end no declaration. */
export function acceptedOf(told: unknown): DesignTokens {
  const accepted = Object.entries(told ?? {}).filter(
    ([token, value]) => isToken(token) && isValueOf(designTokens[token][0], value),
  )
  return Object.fromEntries(accepted)
}

/** All that may stand before a bracket; whatever loads something is not among it. */
const functions =
  /^(?:|rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|calc|min|max|clamp)$/i
const longestValue = 300

/** Whether a value is CSS of this kind, and safe to be handed on to a page of ours. */
export function isValueOf(kind: TokenKind, value: unknown): value is string {
  if (typeof value !== 'string' || value.length > longestValue || /[;{}\\<>@]/.test(value))
    return false
  const called = [...value.matchAll(/([\w-]*)\(/g)].map(([, name = '']) => name)
  if (!called.every((name) => functions.test(name))) return false
  if (kind === 'number') return /^\d*\.?\d+$/.test(value.trim())
  return isOfKind(kind, value)
}
