/**
 * The closed set of design tokens that a partner's page may choose. The list travels with nothing that
 * is loaded first: `look.ts` gets the custom property of a token from its name, by rule.
 */
import { badges, buttons, links, tabs } from './design-tokens/acts.ts'
import { charts, forms, notices, overlays, tables } from './design-tokens/contents.ts'
import { colours, shape, status, type } from './design-tokens/ground.ts'
import type { TokenGroup } from './design-tokens/kinds.ts'

export type { TokenGroup, TokenKind } from './design-tokens/kinds.ts'

export type Density = 'cosy' | 'compact'

/** In the order in which somebody would choose them: what everything falls back to comes first. */
export const tokenGroups = {
  colours,
  status,
  type,
  shape,
  buttons,
  links,
  badges,
  tabs,
  forms,
  tables,
  charts,
  overlays,
  notices,
} as const

export type TokenGroupName = keyof typeof tokenGroups

/** The name of any token. */
export type TokenName = { [G in TokenGroupName]: keyof (typeof tokenGroups)[G] }[TokenGroupName]

/** Values are CSS: a colour, a font family, a length. */
export type DesignTokens = { readonly [name in TokenName]?: string }

/** All of them, whatever group they are in. */
export const designTokens: Readonly<Record<TokenName, TokenGroup[string]>> = {
  ...colours,
  ...status,
  ...type,
  ...shape,
  ...buttons,
  ...links,
  ...badges,
  ...tabs,
  ...forms,
  ...tables,
  ...charts,
  ...overlays,
  ...notices,
}

export const isToken = (name: string): name is TokenName => Object.hasOwn(designTokens, name)
