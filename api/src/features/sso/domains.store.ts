/** The domains whose addresses a tenant's provider may speak for. */
import type { SsoDomain } from '@sonaqor/contract/sso'
import type { Scope } from '../../core/scope/index.ts'

export interface DomainRow {
  readonly id: string
  readonly domain: string
  readonly proof: string
  readonly state: SsoDomain['state']
  readonly checked_at: Date | null
  readonly verified_at: Date | null
}

const domains = (scope: Scope) =>
  scope.db<DomainRow>('sso_domains').where({ tenant_id: scope.tenantId } as never)

export async function listDomains(scope: Scope): Promise<DomainRow[]> {
  return (await domains(scope).orderBy('domain')) as DomainRow[]
}

export async function findDomain(scope: Scope, id: string): Promise<DomainRow | undefined> {
  return (await domains(scope).where({ id }).first()) as DomainRow | undefined
}

/** False where the tenant has claimed it already. */
export async function insertDomain(
  scope: Scope,
  row: Pick<DomainRow, 'id' | 'domain' | 'proof'>,
): Promise<boolean> {
  const made = await scope
    .db('sso_domains')
    .insert({ tenant_id: scope.tenantId, ...row })
    .onConflict(['tenant_id', 'domain'])
    .ignore()
    .returning('id')
  return made.length > 0
}

/** What was found of a domain; one that is verified stays so. */
export async function noteDomain(
  scope: Scope,
  id: string,
  found: Partial<Pick<DomainRow, 'state' | 'checked_at' | 'verified_at'>>,
): Promise<void> {
  await domains(scope).where({ id }).whereNot('state', 'verified').update(found)
}

/** Puts the name of the tenant on a domain; false where another one has it. */
export async function claimDomain(scope: Scope, domain: string): Promise<boolean> {
  const [row] = await scope.through<{ claim_domain: boolean }>('directory.claim_domain', domain)
  return row?.claim_domain ?? false
}

export async function removeDomain(scope: Scope, { id, domain }: DomainRow): Promise<void> {
  await domains(scope).where({ id }).delete()
  await scope.through('directory.release_domain', domain)
}
