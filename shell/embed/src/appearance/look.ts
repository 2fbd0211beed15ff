import type { EmbedAppearance } from '../sdk.ts'
import { isOfKind, kindOf } from './kind-of.ts'
import type { DesignTokens } from './tokens.ts'

/** As properties of CSS tokens inherit into a shadow root, and may be set in the page's styles too. */
export const propertyOf = (token: string): string =>
  `--sonaqor-${token.replace(/[A-Z]|\d+/g, '-$&').toLowerCase()}`

/** Whether the reader's system is dark, which `auto` follows. */
export const systemDark = () => matchMedia('(prefers-color-scheme: dark)')

/** What tokens are in the theme of now: dark ones stand above those of both themes. */
function chosenIn({ theme, tokens, dark }: EmbedAppearance = {}): DesignTokens {
  const isDark = dark && (theme === 'dark' || (theme !== 'light' && systemDark().matches))
  return { ...usableOf(tokens), ...(isDark && usableOf(dark)) }
}

/** Every element wears the look, and anew at each change; its page is told of a mistake once. */
const told = new Set<string>()

/** A value that is not CSS would win over what stands for it, and leave black on black. */
function usableOf(tokens: DesignTokens = {}): DesignTokens {
  const usable = Object.entries(tokens).filter(([token, value]) => {
    if (!value) return false
    const kind = kindOf(token)
    if (isOfKind(kind, value)) return true
    const mistake = `Sonaqor leaves out the token ${token}: "${value}" is no ${kind} of CSS.`
    // oxlint-disable-next-line no-console -- whoever chose it has no other place to hear of it
    if (!told.has(mistake)) console.warn(mistake)
    told.add(mistake)
    return false
  })
  return Object.fromEntries(usable)
}

/** What each element was given last. */
const worn = new WeakMap<HTMLElement, DesignTokens>()

/** Gives an element a look. What was named before and is not any more is as the page has it again. */
export function dressIn(element: HTMLElement, appearance?: EmbedAppearance): void {
  const chosen = chosenIn(appearance)
  for (const token of Object.keys({ ...worn.get(element), ...chosen })) {
    element.style.setProperty(propertyOf(token), chosen[token as keyof DesignTokens] ?? '')
  }
  worn.set(element, chosen)
}
