/** What a tenant lets Sonaqor see, as rows of that tenant, and the doors by which staff find theirs. */
import type { Environment } from '@sonaqor/contract/access'
import { requestDays, type SupportAccess } from '@sonaqor/contract/support-access'
import type { Scope } from '../../core/scope/index.ts'
import type { LookAtDoor } from './staff-principal.ts'

export interface AccessRow {
  readonly tenant_id: string
  readonly id: string
  readonly staff_id: string | null
  readonly staff_name: string | null
  readonly reason: string
  readonly ticket: string | null
  readonly minutes: number
  readonly scopes: readonly string[]
  readonly environments: readonly Environment[]
  readonly state: 'requested' | 'approved' | 'denied' | 'withdrawn'
  readonly asked_at: Date
  readonly asked_by: string
  readonly decided_at: Date | null
  readonly decided_by: string | null
  readonly decided_by_person: string | null
  readonly until: Date | null
  readonly ended_at: Date | null
  readonly ended_by: string | null
  readonly revision: number
}

const dayMs = 24 * 3_600_000

/** Whoever asked before this moment and was not answered has been left without an answer. */
export const lapsesBefore = (now: Date) => new Date(now.getTime() - requestDays * dayMs)

const accesses = (scope: Scope) =>
  scope.db<AccessRow>('support_accesses').where({ tenant_id: scope.tenantId })

export async function findAccess(scope: Scope, id: string): Promise<AccessRow | undefined> {
  return accesses(scope).where({ id }).first()
}

export type NewAccess = Omit<AccessRow, 'tenant_id' | 'revision' | 'ended_at' | 'ended_by'>

export async function insertAccess(scope: Scope, access: NewAccess): Promise<void> {
  await scope.db<AccessRow>('support_accesses').insert({
    ...access,
    tenant_id: scope.tenantId,
    scopes: [...access.scopes],
    environments: [...access.environments],
  } as never)
}

type Decision = Pick<AccessRow, 'state' | 'decided_by'> &
  Partial<Pick<AccessRow, 'decided_by_person' | 'minutes' | 'scopes' | 'environments' | 'until'>>

/** One statement decides: of many who answer at once, one does. */
export async function decide(scope: Scope, id: string, decision: Decision): Promise<boolean> {
  const decided = await accesses(scope)
    .where({ id, state: 'requested' })
    .where('asked_at', '>', lapsesBefore(scope.now()))
    .update({ ...decision, decided_at: scope.now(), revision: nextRevision(scope) } as never)
  return decided === 1
}

/** False where it was over already. */
export async function end(scope: Scope, id: string, by: string): Promise<boolean> {
  const ended = await accesses(scope)
    .where({ id, state: 'approved', ended_at: null })
    .where('until', '>', scope.now())
    .update({ ended_at: scope.now(), ended_by: by, revision: nextRevision(scope) } as never)
  return ended === 1
}

const nextRevision = (scope: Scope) => scope.db.raw('revision + 1')

/** Whether somebody of the staff is this person. */
export async function isStaffPerson(scope: Scope, staff: string, person: string): Promise<boolean> {
  const door = 'directory.is_staff_person'
  const [row] = await scope.through<{ is_staff_person: boolean }>(door, staff, person)
  return row?.is_staff_person ?? false
}

export interface NamedLook {
  readonly tenantId: string
  readonly look: string
  readonly session: string
}

/** Enters the tenant that allows the look to this session of staff, and says what it shows. */
export async function openLook(
  scope: Scope,
  { tenantId, look, session }: NamedLook,
): Promise<LookAtDoor | undefined> {
  const [open] = await scope.through<LookAtDoor>(
    'directory.open_look',
    tenantId,
    look,
    session,
    scope.now(),
  )
  return open
}

export interface Place {
  readonly tenant_id: string
  readonly tenant_name: string
}

export async function placeOf(
  scope: Scope,
  session: string,
  look: string,
): Promise<Place | undefined> {
  const [place] = await scope.through<Place>('directory.support_place', session, look, scope.now())
  return place
}

interface FoundLook {
  readonly tenant_name: string
  readonly mine: boolean
  /** The row, as JSON. */
  readonly access: { readonly [Column in keyof AccessRow]: AccessRow[Column] | string }
}

export interface StaffLook {
  readonly tenant: { readonly id: string; readonly name: string }
  readonly access: SupportAccess
  readonly mine: boolean
}

/** What is asked for or running in any tenant, newest first. */
export async function listLooks(scope: Scope, session: string): Promise<StaffLook[]> {
  // A look that is running was asked for at most so long ago, with its answer and its length.
  const since = new Date(lapsesBefore(scope.now()).getTime() - dayMs)
  const found = await scope.through<FoundLook>('directory.staff_looks', session, since, scope.now())
  return found
    .map(({ tenant_name: name, mine, access }) => ({
      tenant: { id: String(access.tenant_id), name },
      access: toAccess(fromJson(access), scope.now()),
      mine,
    }))
    .toSorted((one, other) => other.access.askedAt.localeCompare(one.access.askedAt))
}

const instants = ['asked_at', 'decided_at', 'until', 'ended_at'] as const

function fromJson(access: FoundLook['access']): AccessRow {
  const dates = instants.map((name) => {
    const value = access[name]
    return [name, value === null ? null : new Date(value)]
  })
  return { ...access, ...Object.fromEntries(dates) } as AccessRow
}

export function toAccess(row: AccessRow, now: Date): SupportAccess {
  const { staff_id: id, staff_name: name } = row
  return {
    id: row.id,
    state: stateOf(row, now),
    staff: id !== null && name !== null ? { id, name } : null,
    reason: row.reason,
    ticket: row.ticket,
    minutes: row.minutes,
    scopes: [...row.scopes] as SupportAccess['scopes'],
    environments: [...row.environments],
    askedAt: row.asked_at.toISOString(),
    askedBy: row.asked_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    until: row.until?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: row.ended_by,
    revision: row.revision,
  }
}

function stateOf(row: AccessRow, now: Date): SupportAccess['state'] {
  if (row.state === 'requested') return row.asked_at > lapsesBefore(now) ? 'requested' : 'lapsed'
  if (row.state !== 'approved') return row.state
  return row.ended_at === null && row.until !== null && row.until > now ? 'running' : 'over'
}
