import {
  designTokens,
  isToken,
  isValueOf,
  type Density,
  type DesignTokens,
  type TokenName,
} from '@sonaqor/embed/appearance'

/** What somebody has chosen so far: nothing of what stays as it is. */
export interface ChosenLook {
  readonly theme: 'auto' | 'light' | 'dark'
  readonly density: Density
  readonly tokens: DesignTokens
  /** What differs while the theme is dark. */
  readonly dark: DesignTokens
}

/** Which of the two a value is written into. */
export type Layer = 'tokens' | 'dark'

export const asBuilt: ChosenLook = { theme: 'auto', density: 'cosy', tokens: {}, dark: {} }

/** Sets a token in a layer, or leaves it as built where nothing is written. */
export function withToken(
  look: ChosenLook,
  layer: Layer,
  name: TokenName,
  value: string,
): ChosenLook {
  const { [name]: _, ...others } = look[layer]
  return { ...look, [layer]: value === '' ? others : { ...others, [name]: value } }
}

/** How many values differ from what we built. */
export const countOf = ({ tokens, dark }: ChosenLook): number =>
  Object.keys(tokens).length + Object.keys(dark).length

/** Values that are no CSS of their kind are kept while they are written, and handed to nobody. */
export const isRight = (name: TokenName, value: string): boolean =>
  isValueOf(designTokens[name][0], value)

/** The values of a layer that are right. */
export const rightOf = (tokens: DesignTokens): DesignTokens =>
  Object.fromEntries(
    Object.entries(tokens).filter(([name, value]) => isToken(name) && isRight(name, value)),
  )

export const writeLook = (look: ChosenLook): string =>
  look === asBuilt ? '' : JSON.stringify(look)

/** Reads a draft, which may be of another release: what is not known of it stays as built. */
export function readLook(written: string): ChosenLook {
  if (written === '') return asBuilt
  const { theme, density, tokens, dark } = partsOf(written)
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : asBuilt.theme,
    density: density === 'compact' ? density : asBuilt.density,
    tokens: knownOf(tokens),
    dark: knownOf(dark),
  }
}

function partsOf(written: string): Partial<Record<keyof ChosenLook, unknown>> {
  try {
    return Object(JSON.parse(written))
  } catch {
    return {}
  }
}

const knownOf = (tokens: unknown): DesignTokens =>
  Object.fromEntries(
    Object.entries(tokens ?? {}).filter(
      ([name, value]) => isToken(name) && typeof value === 'string',
    ),
  )
