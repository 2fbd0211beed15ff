/** The provider of a tenant, as a row. Its secret is sealed, and is opened only to be shown to it. */
import type { SsoConnection, SsoRole } from '@sonaqor/contract/sso'
import { sealedColumn, type Purpose } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { CheckFault, OurClient } from './provider.ts'

export interface ConnectionRow {
  readonly id: string
  readonly issuer: string
  readonly client_id: string
  readonly client_secret: Buffer
  readonly enabled: boolean
  readonly required: boolean
  readonly creates_members: boolean
  readonly default_role: SsoRole
  readonly role_claim: string | null
  readonly role_map: readonly { readonly value: string; readonly role: SsoRole }[]
  readonly factor_counts: boolean
  readonly check_state: SsoConnection['check']['state']
  readonly check_fault: CheckFault | null
  readonly checked_at: Date | null
  readonly revision: number
}

const purpose: Purpose = { name: 'sso.client-secret', of: 'tenant' }
export const sealedSecret = sealedColumn(purpose, 'sso_connections', 'client_secret')

const placeOf = (id: string) => ({ purpose, record: id, field: 'client_secret' })

const connections = (scope: Scope) =>
  scope.db<ConnectionRow>('sso_connections').where({ tenant_id: scope.tenantId } as never)

export async function findConnection(scope: Scope): Promise<ConnectionRow | undefined> {
  return (await connections(scope).first()) as ConnectionRow | undefined
}

/** As whom the provider knows us: nothing of it is secret. */
export async function findKnownClient(
  scope: Scope,
): Promise<Pick<OurClient, 'issuer' | 'clientId'> | undefined> {
  const row = await connections(scope).first('issuer', 'client_id')
  return row && { issuer: row.issuer, clientId: row.client_id }
}

/** With the secret opened, for whoever speaks to the provider next. */
export async function clientOf(scope: Scope, row: ConnectionRow): Promise<OurClient> {
  const { id, issuer, client_id: clientId, client_secret: sealed } = row
  const secret = await scope.vault.unseal(scope, placeOf(id), sealed)
  return { issuer, clientId, clientSecret: secret.toString() }
}

/** As what nobody has looked at stands. */
export const unlooked = { check_state: 'never', check_fault: null, checked_at: null } as const

type Written = Partial<Omit<ConnectionRow, 'id' | 'client_secret' | 'revision'>>

export async function putConnection(
  scope: Scope,
  before: ConnectionRow | undefined,
  written: Written,
  clientSecret: string | undefined,
): Promise<void> {
  const id = before?.id ?? scope.newId()
  const sealed =
    clientSecret === undefined
      ? {}
      : { client_secret: await scope.vault.seal(scope, placeOf(id), clientSecret) }
  const row = {
    ...written,
    ...sealed,
    ...(written.role_map ? { role_map: JSON.stringify(written.role_map) } : {}),
  }
  if (before) {
    // What is being looked at is another one from now on, so nobody would note what was found.
    const over = before.check_state === 'running' ? unlooked : {}
    await connections(scope).update({ ...over, ...row, revision: before.revision + 1 } as never)
  } else {
    await scope.db('sso_connections').insert({ tenant_id: scope.tenantId, id, ...row })
  }
  await scope.through('directory.follow_sso')
}

/** What was found of the connection as it was looked at; one that was changed meanwhile stays unlooked. */
export async function noteCheck(
  scope: Scope,
  { id, revision }: Pick<ConnectionRow, 'id' | 'revision'>,
  found: Pick<ConnectionRow, 'check_state' | 'check_fault' | 'checked_at'>,
): Promise<void> {
  await connections(scope)
    .where({ id, revision })
    .update(found as never)
}

export async function removeConnection(scope: Scope): Promise<void> {
  await connections(scope).delete()
  await scope.through('directory.follow_sso')
}

/** Open sessions that came in by the provider. */
export async function sessionsBySso(scope: Scope): Promise<string[]> {
  return openSessions(scope).where('s.by_sso', true).pluck<string[]>('s.id')
}

/**
 * Open sessions of people of the verified domains, or whom the provider knows, that came in otherwise,
 * but for those of owners: of all of them, or of one member.
 */
export async function sessionsBeside(scope: Scope, memberId?: string): Promise<string[]> {
  return openSessions(scope)
    .where(memberId === undefined ? {} : { 's.member_id': memberId })
    .join('members as m', (on) => on.on('m.tenant_id', 's.tenant_id').on('m.id', 's.member_id'))
    .joinRaw('join directory.people_here() p on p.id = m.person_id')
    .whereRaw(
      `(exists (select from sso_domains d where d.tenant_id = s.tenant_id and d.state = 'verified'
          and d.domain = lower(substring(p.email from '[^@]+$')))
        or exists (select from sso_links l
          join sso_connections c on c.tenant_id = l.tenant_id and c.issuer = l.issuer
          where l.tenant_id = s.tenant_id and l.member_id = s.member_id))`,
    )
    .where('s.by_sso', false)
    .whereNot('m.role', 'owner')
    .pluck<string[]>('s.id')
}

const openSessions = (scope: Scope) =>
  scope
    .db('sessions as s')
    .where('s.tenant_id', scope.tenantId)
    .whereNull('s.ended_at')
    .where('s.ends_at', '>', scope.now())
