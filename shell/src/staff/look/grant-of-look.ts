import type { Look } from '@sonaqor/contract/staff'
import type { Grant } from '@sonaqor/embed/host'

/** What is the same for every grant of staff: they stand in no app, and none of their views is named. */
export const nowhere = {
  app: undefined,
  environment: 'production',
  views: undefined,
  embedId: undefined,
} as const

/** What a module is told of whoever looks into a tenant: they hold what the tenant has lent, and no more. */
export function grantOfLook(look: Look): Grant {
  const { token, expiresIn, tenant, access, scopes, environments } = look
  const principal = { kind: 'member', id: access.id, name: 'Sonaqor', tenant, scopes } as const
  const environment = environments.includes('production') ? 'production' : 'sandbox'
  return { ...nowhere, token, expiresIn, principal, environment }
}
