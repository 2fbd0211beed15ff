/** What the build tells the guide for partners, which lists all of it and knows none of it by itself. */
import { basename } from 'node:path'
import { tokenGroups } from '../src/appearance/tokens.ts'
import { lentViewsOf } from './published.ts'

/** Of the manifests of what is published, and the file that the package is in. */
export const toldOf = (manifests: readonly string[], packed: string) => ({
  file: basename(packed),
  views: lentViewsOf(manifests),
  tokens: tokenGroups,
})
