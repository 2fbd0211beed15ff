import type { ViewManifest } from '@sonaqor/contract/manifest'
import type { Principal } from '@sonaqor/module'

/** Whether somebody holds all that a view needs. The server decides; this spares the asking. */
export function mayShow({ scopes }: ViewManifest, principal: Principal | undefined): boolean {
  return scopes.every((scope) => principal?.scopes.includes(scope))
}
