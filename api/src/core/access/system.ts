import { environments, scopes, type Environment } from '@sonaqor/contract/access'
import type { SystemPrincipal } from './principal.ts'

/** The house itself at work: a job or a reader, for one tenant or for none. */
export function systemPrincipal(
  task: string,
  tenantId: string | null,
  environment: Environment | null = null,
): SystemPrincipal {
  return {
    kind: 'system',
    id: task,
    tenantId,
    name: 'Sonaqor',
    scopes: new Set(scopes),
    environments: environment ? [environment] : environments,
    appIds: 'all',
  }
}
