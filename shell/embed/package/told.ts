/** What the build tells the guide for partners, which lists all of it and knows none of it by itself. */
import { tokenGroups } from '../src/appearance/tokens.ts'
import { lentViewsOf } from './published.ts'

/** Of the manifests of what is published, beside the file that the package is in. */
export const toldOf = (manifests: readonly string[]) => ({
  views: lentViewsOf(manifests),
  tokens: tokenGroups,
})
