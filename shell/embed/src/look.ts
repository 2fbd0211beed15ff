/**
 * The closed set of design tokens that a page may choose, with the custom properties that carry
 * them. As properties they inherit into a shadow root, and may be set in the page's own styles too.
 */
export const lookProperties = {
  accent: '--sonaqor-accent',
  onAccent: '--sonaqor-on-accent',
  background: '--sonaqor-background',
  font: '--sonaqor-font',
  radius: '--sonaqor-radius',
} as const

/** Values are CSS: a colour, a font family, a length. */
export type Tokens = { readonly [T in keyof typeof lookProperties]?: string }

/** What an element looks like now, wherever in the page that was said. */
export function tokensOf(element: HTMLElement): Tokens {
  const style = getComputedStyle(element)
  const chosen = Object.entries(lookProperties)
    .map(([token, property]) => [token, style.getPropertyValue(property)] as const)
    .filter(([, value]) => value !== '')
  return Object.fromEntries(chosen)
}

/** Gives an element a look; what is not named stays as the page has it. */
export function dressIn(element: HTMLElement, tokens: Tokens = {}): void {
  for (const [token, value] of Object.entries(tokens)) {
    element.style.setProperty(lookProperties[token as keyof Tokens], value)
  }
}
