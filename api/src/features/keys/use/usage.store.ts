/** How the keys that a principal sees are used, by counts that the request log leaves behind. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import {
  namedKeysAtMost,
  usageDays,
  usedKeysAtMost,
  type KeyUsage,
} from '@sonaqor/contract/key-usage'
import type { keys } from '@sonaqor/contract/keys'
import type { Scope } from '../../../core/scope/index.ts'
import { appsInProject } from '../../apps/index.ts'
import { forgetNetworksBefore } from '../bounds/key-networks.store.ts'
import { toKey, visible, type KeyRow } from '../keys.store.ts'
import { forgetScopeUsesBefore } from './scope-uses.store.ts'
import { forgetSecretUsesBefore } from './secret-uses.store.ts'

type Filter = InputOf<typeof keys.usage>['query']

interface UsedRow extends KeyRow {
  readonly requests: number
  readonly errors: number
  readonly days: readonly Day[] | null
}

type Day = KeyUsage['keys'][number]['days'][number]

const dayMs = 24 * 3_600_000
const keptDays = 35
/** A network that a key was not used from for so long is new to it again. */
const rememberedDays = 90

export async function showUsage(
  scope: Scope,
  { appId, environment, projectId, keyIds }: Filter,
): Promise<KeyUsage> {
  const now = scope.now()
  const days = lastDays(now)
  const query = visible(scope)
    .select('requests', 'errors', 'days')
    .joinRaw(countsOf, [days[0] ?? ''])
    .orderByRaw('requests desc, last_used_at desc nulls last, id desc')
    .limit(keyIds ? namedKeysAtMost : usedKeysAtMost)
  if (keyIds) query.whereIn('id', keyIds.split(','))
  if (appId) query.where({ app_id: appId })
  if (environment) query.where({ environment })
  if (projectId) query.whereRaw('app_id = any(?)', [appsInProject(scope, projectId)])
  const rows = (await query) as unknown as readonly UsedRow[]
  return { asOf: now.toISOString(), keys: rows.map((row) => toUsed(row, days, now)) }
}

/** One look at the index for each key; no row of it is named twice outside. */
const countsOf = `
  cross join lateral (
    select coalesce(sum(use.requests), 0)::integer as requests,
      coalesce(sum(use.errors), 0)::integer as errors,
      json_agg(json_build_object('day', use.day, 'requests', use.requests, 'errors', use.errors)) as days
    from key_activity use
    where use.tenant_id = api_keys.tenant_id and use.app_id = api_keys.app_id
      and use.key_id = api_keys.id and use.day >= ?::date
  ) used`

function toUsed(row: UsedRow, days: readonly string[], now: Date): KeyUsage['keys'][number] {
  const { requests, errors } = row
  const counted = new Map(row.days?.map((one) => [one.day, one]))
  const { id, appId, environment, label, prefix, lastFour, state, lastUsedAt } = toKey(row, now)
  const known = { id, appId, environment, label, prefix, lastFour, state, lastUsedAt }
  const none = { requests: 0, errors: 0 }
  return {
    ...known,
    requests,
    errors,
    days: days.map((day) => counted.get(day) ?? { day, ...none }),
  }
}

/** Counted in UTC, today included, the oldest first. */
function lastDays(now: Date): readonly string[] {
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  return Array.from({ length: usageDays }, (_, place) =>
    new Date(today - (usageDays - 1 - place) * dayMs).toISOString().slice(0, 10),
  )
}

/** Nobody asks for what is older than the days that are shown; a month is kept, as of apps. */
export async function forgetUsage(scope: Scope): Promise<void> {
  const before = new Date(scope.now().getTime() - keptDays * dayMs)
  await forgetSecretUsesBefore(scope, before)
  await forgetScopeUsesBefore(scope, before)
  await forgetNetworksBefore(scope, new Date(scope.now().getTime() - rememberedDays * dayMs))
  await scope
    .db('key_activity')
    .where({ tenant_id: scope.tenantId })
    .where('day', '<', before)
    .delete()
}
