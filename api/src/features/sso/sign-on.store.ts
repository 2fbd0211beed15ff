/** Sign-ins that are on their way over a provider. Each door is one SECURITY DEFINER function. */
import type { SsoRole, signOnFaults } from '@sonaqor/contract/sso'
import type { Scope } from '../../core/scope/index.ts'
import type { Admitted } from '../access/index.ts'

export type SignOnFault = (typeof signOnFaults)[number]

export async function begin(
  scope: Scope,
  hash: Buffer,
  email: string,
  expiresAt: Date,
): Promise<void> {
  await scope.through('directory.begin_sso', hash, email, expiresAt)
}

export interface Begun {
  readonly tenant_id: string
  readonly email: string
}

/** Whose provider the sign-in goes on with. */
export async function open(scope: Scope, hash: Buffer): Promise<Begun | undefined> {
  const [begun] = await scope.through<Begun>('directory.open_sso', hash, scope.now())
  return begun
}

/** The same, once. */
export async function take(scope: Scope, hash: Buffer): Promise<Begun | undefined> {
  const [begun] = await scope.through<Begun>('directory.take_sso', hash, scope.now())
  return begun
}

export interface Entering {
  readonly tenantId: string
  readonly issuer: string
  readonly subject: string
  readonly email: string
  readonly name: string
  /** What whoever is new becomes; none where nobody new comes in. */
  readonly role: SsoRole | null
  readonly noPassword: string
  readonly device: Buffer
}

export interface Entered extends Omit<Admitted, 'device'> {
  /** Why nobody comes in; then nothing else is told. */
  readonly fault: SignOnFault | null
  readonly is_new: boolean
}

export async function enter(scope: Scope, entering: Entering): Promise<Entered | undefined> {
  const [entered] = await scope.through<Entered>(
    'directory.enter_by_sso',
    entering.tenantId,
    entering.issuer,
    entering.subject,
    entering.email,
    entering.name,
    entering.role,
    entering.noPassword,
    scope.newId(),
    scope.newId(),
    entering.device,
    scope.now(),
  )
  return entered
}

interface SsoSession {
  readonly id: string
  readonly issuer: string
  readonly subject: string
  readonly sid: string | null
}

export async function insertSession(scope: Scope, session: SsoSession): Promise<void> {
  await scope.db('sso_sessions').insert({ tenant_id: scope.tenantId, ...session })
}

/** The open sessions that a provider means. */
export async function sessionsOf(
  scope: Scope,
  { issuer, subject, sid }: { issuer: string; subject?: string; sid?: string },
): Promise<string[]> {
  return scope
    .db('sso_sessions as o')
    .join('sessions as s', (on) => on.on('s.tenant_id', 'o.tenant_id').on('s.id', 'o.id'))
    .where({ 'o.tenant_id': scope.tenantId, 'o.issuer': issuer })
    .where({
      ...(subject === undefined ? {} : { 'o.subject': subject }),
      ...(sid === undefined ? {} : { 'o.sid': sid }),
    })
    .whereNull('s.ended_at')
    .pluck<string[]>('s.id')
}

/** False where the same was heard before. */
export async function hearLogout(scope: Scope, hash: Buffer, expiresAt: Date): Promise<boolean> {
  const [row] = await scope.through<{ hear_logout: boolean }>(
    'directory.hear_logout',
    hash,
    expiresAt,
  )
  return row?.hear_logout ?? false
}

export async function forgetSso(scope: Scope, before: Date): Promise<void> {
  await scope.through('directory.forget_sso', before)
}
