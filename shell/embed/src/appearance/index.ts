/** What whoever helps to choose a look has to know: the tokens, what they may be, and how they are written. */
export { propertyOf } from './look.ts'
export type { EmbedAppearance } from '../sdk.ts'
export {
  designTokens,
  isToken,
  tokenGroups,
  type Density,
  type DesignTokens,
  type TokenGroupName,
  type TokenKind,
  type TokenName,
} from './tokens.ts'
export { isValueOf } from './worn-look.ts'
