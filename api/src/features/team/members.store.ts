/** The members of a tenant, as rows. */
import type { Role } from '@sonaqor/contract/access'
import type { Scope } from '../../core/scope/index.ts'

export interface MemberRow {
  readonly tenant_id: string
  readonly id: string
  readonly person_id: string
  readonly role: Role
  readonly compliance: boolean
  readonly state: 'active' | 'suspended' | 'removed'
  /** A second factor is asked of them, whatever the tenant asks of all: theirs were reset. */
  readonly factor_due: boolean
  readonly authorisation_version: number
  readonly joined_at: Date
  readonly last_seen_at: Date | null
  readonly revision: number
}

export async function findMember(scope: Scope, id: string): Promise<MemberRow | undefined> {
  return scope.db<MemberRow>('members').where({ tenant_id: scope.tenantId, id }).first()
}

export async function countOwners(scope: Scope): Promise<number> {
  const rows = await scope
    .db<MemberRow>('members')
    .where({ tenant_id: scope.tenantId, role: 'owner', state: 'active' })
    .select('id')
  return rows.length
}

type Standing = Partial<Pick<MemberRow, 'role' | 'compliance' | 'state' | 'factor_due'>>

/** What changes of a member ends every token that was made before. */
export async function updateMember(scope: Scope, id: string, standing: Standing): Promise<void> {
  await scope
    .db('members')
    .where({ tenant_id: scope.tenantId, id })
    .update({
      ...standing,
      revision: scope.db.raw('revision + 1'),
      authorisation_version: scope.db.raw('authorisation_version + 1'),
    })
}

interface TenantRow {
  readonly id: string
  readonly name: string
}

export async function tenantName(scope: Scope): Promise<string> {
  const row = await scope.db<TenantRow>('tenants').where({ id: scope.tenantId }).first('name')
  return row?.name ?? ''
}

interface Addressee {
  readonly name: string
  readonly email: string
  readonly locale: 'en' | 'de' | null
}

/** Where an active member is written to. */
export async function addressOf(scope: Scope, id: string): Promise<Addressee | undefined> {
  const { rows } = await scope.db.raw<Addressee>(
    'select name, email, locale from directory.addressees_here(?::uuid[])',
    [[id]],
  )
  return rows[0]
}

/** Whether the person of a member has set up a second factor. */
export async function hasSecondFactor(scope: Scope, personId: string): Promise<boolean> {
  const { rows } = await scope.db.raw(
    'select 1 from directory.second_factors_here() f where f.person_id = ?',
    [personId],
  )
  return rows.length > 0
}
