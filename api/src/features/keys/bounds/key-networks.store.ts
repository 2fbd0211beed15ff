import type { Scope } from '../../../core/scope/index.ts'
import type { KeyNetwork } from './key-networks.ts'
import type { Count } from '../../../core/traffic/index.ts'

const networksMost = 500

export interface NewNetwork extends KeyNetwork {
  /** How many of this key were new within a day before. */
  readonly toldBefore: number
}

/**
 * Answers those that no request of their key came from before. The very first of a key is none: it has to
 * be used from somewhere. In the order of the key, so that of two processes neither locks the other out.
 */
export async function addNetworks(
  scope: Scope,
  counts: readonly Count<KeyNetwork>[],
): Promise<NewNetwork[]> {
  const dayAgo = new Date(scope.now().getTime() - 86_400_000)
  const { rows } = await scope.db.raw<NewNetwork>(
    `with used as (
       select k.tenant_id, k.environment, k.app_id, k.id as key_id, use.network,
         (array_agg(use.ip order by use."lastAt" desc))[1] as ip,
         min(use."firstAt") as first_at, max(use."lastAt") as last_at,
         (array_agg(use.ip order by use."lastAt" desc) filter (where use."isAccepted"))[1] as accepted_ip,
         max(use."lastAt") filter (where use."isAccepted") as accepted_at
       from jsonb_to_recordset(?::jsonb)
         as use ("keyId" uuid, network text, ip text, "isAccepted" boolean, "firstAt" timestamptz,
           "lastAt" timestamptz)
       join api_keys k on k.tenant_id = ? and k.id = use."keyId"
       group by k.tenant_id, k.environment, k.app_id, k.id, use.network
     ), known as (
       select n.key_id, count(*) filter (where n.first_at > ?)::integer as today
       from key_networks n join (select distinct tenant_id, key_id from used) use using (tenant_id, key_id)
       group by n.key_id
     ), added as (
       insert into key_networks as n
         (tenant_id, environment, app_id, key_id, network, ip, first_at, last_at, accepted_ip, accepted_at)
       select tenant_id, environment, app_id, key_id, network, ip, first_at, last_at, accepted_ip, accepted_at
       from used order by app_id, key_id, network
       on conflict (tenant_id, app_id, key_id, network) do update
       set ip = case when n.last_at > excluded.last_at then n.ip else excluded.ip end,
           last_at = greatest(n.last_at, excluded.last_at),
           accepted_ip = case when excluded.accepted_at is null or n.accepted_at > excluded.accepted_at
             then n.accepted_ip else excluded.accepted_ip end,
           accepted_at = greatest(n.accepted_at, excluded.accepted_at)
       returning new.environment, new.app_id, new.key_id, new.network, new.ip, old.network is null as is_new
     )
     select added.environment, added.app_id as "appId", added.key_id as "keyId", added.network, added.ip,
       (known.today + row_number() over (partition by added.key_id order by added.network) - 1)::integer
         as "toldBefore"
     from added join known using (key_id) where added.is_new`,
    [JSON.stringify(counts), scope.tenantId, dayAgo],
  )
  if (rows.length > 0) await forgetMost(scope, [...new Set(rows.map(({ keyId }) => keyId))])
  return rows
}

async function forgetMost(scope: Scope, keyIds: readonly string[]): Promise<void> {
  await scope.db.raw(
    `delete from key_networks old using (
       select ctid as place, row_number() over (partition by key_id order by last_at desc, ctid) as rank
       from key_networks where tenant_id = ? and key_id = any(?)
     ) ranked where old.ctid = ranked.place and ranked.rank > ?`,
    [scope.tenantId, keyIds, networksMost],
  )
}

export async function forgetNetworksBefore(scope: Scope, before: Date): Promise<void> {
  await scope
    .db('key_networks')
    .where({ tenant_id: scope.tenantId })
    .where('last_at', '<', before)
    .delete()
}
