/** The team as its screens show it: members and open invitations, searched, narrowed and in order. */
import type { Role } from '@sonaqor/contract/access'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { team, TeamMember, TeamOrder } from '@sonaqor/contract/team'
import type { Knex } from 'knex'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'

interface TeamRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly compliance: boolean
  readonly state: TeamMember['state']
  readonly joined_at: Date | null
  readonly last_seen_at: Date | null
  readonly second_factor: boolean
  readonly invited_by: string | null
  readonly invited_at: Date | null
  readonly invite_expires_at: Date | null
  readonly revision: number
}

/** What is not there yet sorts as if it had been before all times, for a place in a list is never null. */
const rows = `(
  select m.id, p.name, p.email, m.role, m.compliance, m.state, m.joined_at, m.last_seen_at,
    f.person_id is not null as second_factor, null::text as invited_by,
    null::timestamptz as invited_at, null::timestamptz as invite_expires_at, m.revision
  from members m
  join directory.people_here() p on p.id = m.person_id
  left join directory.second_factors_here() f on f.person_id = m.person_id
  where m.tenant_id = ? and m.state <> 'removed'
  union all
  select i.id, '', i.email, i.role, false, 'invited', null, null, false, i.inviter_name, i.sent_at,
    i.expires_at, 1
  from invites i where i.tenant_id = ? and i.state = 'open'
) as team`

interface Order {
  readonly place: string
  readonly way: 'asc' | 'desc'
}

const orders: Readonly<Record<TeamOrder, Order>> = {
  name: {
    place: `lower((case when name = '' then email else name end) collate "und-x-icu")`,
    way: 'asc',
  },
  joined: { place: `coalesce(joined_at, '-infinity')`, way: 'desc' },
  seen: { place: `coalesce(last_seen_at, '-infinity')`, way: 'desc' },
}

type TeamQuery = InputOf<typeof team.list>['query']

export function listTeam(
  scope: Scope,
  { limit, cursor, order, ...filter }: TeamQuery,
): Promise<PageReply<TeamMember>> {
  const { role, state, secondFactor, search } = filter
  const { place, way } = orders[order]
  const query = teamRows(scope)
  query.select('*', scope.db.raw(`${place} as place`))
  if (role) query.where({ role })
  if (state) query.where({ state })
  if (secondFactor !== undefined) {
    query.where({ second_factor: secondFactor }).whereNot({ state: 'invited' })
  }
  if (search) {
    const pattern = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
    query.whereRaw(`(name collate "und-x-icu" ilike :pattern or email ilike :pattern)`, { pattern })
  }
  return page<TeamRow, TeamMember>(scope, query, {
    limit,
    cursor,
    sort: ['place', 'id'].map((column) => ({ column, order: way })),
    filter: ['team', filter],
    item: (row) => toMember(scope, row),
  })
}

/** A member, or an invitation that is open. */
export async function showMember(scope: Scope, id: string): Promise<TeamMember | undefined> {
  const row = (await teamRows(scope).where({ id }).first()) as TeamRow | undefined
  return row && toMember(scope, row)
}

const teamRows = (scope: Scope): Knex.QueryBuilder =>
  scope.db('team').from(scope.db.raw(rows, [scope.tenantId, scope.tenantId]))

function toMember(scope: Scope, row: TeamRow): TeamMember {
  const { invited_by: by, invited_at: at, invite_expires_at: expiresAt } = row
  return {
    id: row.id,
    person: { name: row.name, email: row.email },
    role: row.role,
    compliance: row.compliance,
    state: row.state,
    joinedAt: row.joined_at?.toISOString() ?? null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    secondFactor: row.second_factor,
    invitation:
      by !== null && at && expiresAt
        ? { by, at: at.toISOString(), expiresAt: expiresAt.toISOString() }
        : null,
    you: row.id === scope.principal.id,
    revision: row.revision,
  }
}
