import type { Environment } from '@sonaqor/contract/access'
import type { EndpointReach, EndpointState, Signing } from '@sonaqor/contract/webhook-bounds'
import type { Endpoint, EndpointFilter } from '@sonaqor/contract/webhook-endpoints'
import type { Scope } from '../../../core/scope/index.ts'

export interface EndpointRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly id: string
  readonly app_id: string
  readonly url: string
  readonly label: string | null
  readonly event_types: string[]
  readonly scopes: string[]
  readonly reach: EndpointReach
  readonly filter: EndpointFilter
  readonly header_names: string[]
  readonly headers: Buffer | null
  readonly max_per_second: number | null
  readonly is_ordered: boolean
  readonly transformation: string | null
  readonly signing: Signing
  readonly state: EndpointState
  readonly because: Endpoint['because']
  readonly since: Date
  readonly failing_since: Date | null
  readonly created_at: Date
  readonly revision: number
  readonly deleted_at: Date | null
}

const endpoints = (scope: Scope) =>
  scope
    .db<EndpointRow>('webhook_endpoints')
    .where({ tenant_id: scope.tenantId })
    .whereNull('deleted_at')

export async function findRows(scope: Scope, ids: readonly string[]): Promise<EndpointRow[]> {
  return endpoints(scope).whereIn('id', ids)
}
