/** A key that holds more than it has used for weeks, so that the adviser has something to propose. */
import type { Client } from '@sonaqor/contract/client'
import type { Knex } from 'knex'
import { watchLonger } from './broad-key.store.ts'

const label = 'Nightly report'

/** A run that was cut off may have issued it already. */
export async function settleBroadKey(
  owner: Knex,
  api: Client,
  place: { readonly tenantId: string; readonly appId: string; readonly until: Date },
): Promise<void> {
  const { tenantId, appId, until } = place
  const { data } = await api.keys.list({ query: { appId, search: label } })
  if (data.length > 0) return
  const { id: keyId } = await api.keys.issue({
    body: { appId, label, scopes: ['apps:read', 'keys:read', 'logs:read'] },
  })
  await watchLonger(owner, { tenantId, keyId, until })
}
