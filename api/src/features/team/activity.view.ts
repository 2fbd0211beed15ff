/** What was done in the team, by the audit log: by a member and to them, or to the team as a whole. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { team, TeamDeed } from '@sonaqor/contract/team'
import type { Knex } from 'knex'
import { auditReading, toEntry, type EntryRow } from '../../core/audit/index.ts'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'

type Query = InputOf<typeof team.history>['query']

/** That somebody looks at what another one did is audited, once for each while. */
export async function activityOf(
  scope: Scope,
  memberId: string,
  query: Query,
): Promise<PageReply<TeamDeed>> {
  await auditReading(scope, 'team.activity-read', { memberId })
  return deeds(scope, query, {
    filter: ['team-activity', memberId],
    // Each of the two is walked along its index, however much the other one is.
    narrow: (entries, bound) => {
      const side = (column: string) =>
        nearest(scope, bound)
          .where({ [column]: memberId })
          .select('sequence')
      const sides = [side('actor_id'), side('target')]
      return entries.where(scope.db.raw('sequence in ((?) union all (?))', sides))
    },
  })
}

/** Everything that was done to the team; who looked at it stands elsewhere. */
export async function historyOf(scope: Scope, query: Query): Promise<PageReply<TeamDeed>> {
  await auditReading(scope, 'audit.searched', { area: 'team' })
  return deeds(scope, query, {
    filter: ['team-history'],
    narrow: (entries) => entries.where({ area: 'team' }).whereNot({ action: 'team.activity-read' }),
  })
}

interface Bound {
  readonly beyond: number | null
  readonly newestFirst: boolean
  readonly limit: number
}

interface Narrowing {
  readonly filter: readonly string[]
  readonly narrow: (entries: Knex.QueryBuilder, bound: Bound) => Knex.QueryBuilder
}

async function deeds(
  scope: Scope,
  { limit, cursor }: Query,
  { filter, narrow }: Narrowing,
): Promise<PageReply<TeamDeed>> {
  const entries = scope.db('audit_entries').where({ tenant_id: scope.tenantId }).select('*')
  const found = await page<EntryRow, Omit<TeamDeed, 'about'>>(
    scope,
    (from) =>
      narrow(entries, {
        beyond: from ? Number(from.values.at(-1)) : null,
        newestFirst: from?.direction !== 'prev',
        limit: limit + 1,
      }),
    { limit, cursor, sort: [{ column: 'sequence', order: 'desc' }], filter, item: toEntry },
  )
  const names = await namesOf(scope, found.data)
  const data = found.data.map((entry) => ({ ...entry, about: aboutOf(entry, names) }))
  return { ...found, data }
}

/** The entries that a page can be made of: no more than it holds, from its place on. */
function nearest(scope: Scope, { beyond, newestFirst, limit }: Bound): Knex.QueryBuilder {
  const query = scope.db('audit_entries').where({ tenant_id: scope.tenantId })
  if (beyond !== null) void query.where('sequence', newestFirst ? '<' : '>', beyond)
  return query.orderBy('sequence', newestFirst ? 'desc' : 'asc').limit(limit)
}

type Entry = Omit<TeamDeed, 'about'>

/** What the members are called now that something was done to, whoever has left included. */
async function namesOf(scope: Scope, entries: readonly Entry[]): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ target }) => (target && isId.test(target) ? [target] : []))
  if (ids.length === 0) return new Map()
  const { rows } = await scope.db.raw<{ id: string; name: string }>(
    `select m.id, p.name from members m join directory.people_here() p on p.id = m.person_id
     where m.tenant_id = ? and m.id = any(?::uuid[])`,
    [scope.tenantId, ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

function aboutOf({ target, after }: Entry, names: ReadonlyMap<string, string>): string | null {
  const name = target === null ? undefined : names.get(target)
  return name ?? emailIn(after) ?? null
}

function emailIn(after: unknown): string | undefined {
  if (typeof after !== 'object' || after === null || !('email' in after)) return undefined
  return typeof after.email === 'string' ? after.email : undefined
}
