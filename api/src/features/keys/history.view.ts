/** What became of a key, as its share of the audit log has it. */
import { keyHistoryMost, type KeyHistory } from '@sonaqor/contract/key-history'
import type { Key } from '@sonaqor/contract/keys'
import type { EntryRow } from '../../core/audit/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { noKey } from './no-key.ts'
import { findKey } from './keys.store.ts'

type Event = KeyHistory['events'][number]
type What = Event['what']
type Change = NonNullable<Event['changes']>[number]

const area = 'keys.'

/** Also the proof that each is told: another one does not compile until it stands here. */
const told: Readonly<Record<What, true>> = {
  issued: true,
  updated: true,
  rotated: true,
  'overlap-ended': true,
  revoked: true,
  expired: true,
  'leak-reported': true,
  reminded: true,
  'used-from-new-ip': true,
  'shut-out': true,
}
const actions = Object.keys(told).map((what) => area + what)

/** Whoever may see the key may know what became of it, and no more than that of who did it. */
export async function showHistory(scope: Scope, id: string): Promise<KeyHistory> {
  const key = (await findKey(scope, id)) ?? noKey()
  const rows = await scope
    .db<EntryRow>('audit_entries')
    .where({ tenant_id: scope.tenantId, target: key.id })
    .whereIn('action', actions)
    .orderBy('sequence', 'desc')
    .limit(keyHistoryMost)
    .select('id', 'at', 'action', 'actor', 'before', 'after', 'ip')
  return { keyId: key.id, events: rows.map(toEvent) }
}

type Row = Pick<EntryRow, 'id' | 'at' | 'action' | 'actor' | 'before' | 'after' | 'ip'>

function toEvent({ id, at, action, actor, before, after, ip }: Row): Event {
  const what = action.slice(area.length) as What
  return {
    id,
    at: at.toISOString(),
    what,
    by: actor.kind === 'system' || actor.kind === 'key' ? null : actor.name,
    ip: what === 'shut-out' ? ip : null,
    changes: what === 'updated' || what === 'rotated' ? changesIn(before, after) : null,
    leak: null,
    reminder: null,
    ...tracesIn(what, after),
  }
}

/** What else is told of it: the log holds it as it was written with the act. */
function tracesIn(what: What, after: unknown): Partial<Event> {
  // Who uses a key is noticed behind its requests, and not in one of them.
  if (what === 'used-from-new-ip') return { ip: (after as { ip: string }).ip }
  if (what === 'leak-reported') {
    const { by, url, secret } = after as NonNullable<Event['leak']>
    return { leak: { by, url, secret } }
  }
  if (what !== 'reminded') return {}
  const { days, told: members } = after as NonNullable<Event['reminder']>
  return { reminder: { days, told: members } }
}

/** Also the proof that each is told. */
const fields: Readonly<Record<Change['field'], true>> = {
  label: true,
  scopes: true,
  ipAllowlist: true,
  requestsPerMinute: true,
  expiresAt: true,
}

/** What was written before a field was there says nothing of it. */
function changesIn(before: unknown, after: unknown): Change[] {
  const [was, is] = [before, after] as readonly (Partial<Key> | null)[]
  return (Object.keys(fields) as Change['field'][]).flatMap((field) => {
    const [from, to] = [was?.[field], is?.[field]]
    if (from === undefined || to === undefined) return []
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }]
  })
}
