/** A second factor once more, for what does lasting harm in the wrong hands. */
import type { StepUp } from '@sonaqor/contract/endpoint'
import { canonicalJson, newToken, type Secrets } from '../crypto/index.ts'
import { Problem } from '../problems/index.ts'
import type { Scope } from '../scope/index.ts'
import type { MemberPrincipal, StaffPrincipal } from './principal.ts'

/** How long a proof holds, of either kind. */
export const stepUpSeconds = 300

interface ProofRow {
  tenant_id: string
  hash: Buffer
  session_id: string
  operation: string
  expires_at: Date
  used_at: Date | null
}

export interface Asked {
  readonly method: string
  readonly path: string
  /** Both as they were read, so that one thing has one name however it is written. */
  readonly query?: unknown
  readonly body?: unknown
}

/**
 * What a proof of one operation is for: where, and a mark of all that is asked for there, so that nothing
 * is changed between asking the person and doing it. Only the house can make the mark, for a body may
 * hold what nobody should find by trying.
 */
export function operationOf(
  { hmac }: Pick<Secrets, 'hmac'>,
  { method, path, query, body }: Asked,
): string {
  const place = `${method} ${path}`
  const mark = hmac(`operation:${place} ${canonicalJson([query, body])}`)
  return `${place}#${mark.toString('base64url')}`
}

/** The same without its mark, for people who read what was proved. */
export const placeOf = (operation: string): string => operation.replace(/#.*$/, '')

/**
 * Lets the request pass that has proved a second factor: within the last five minutes, or for this one
 * operation alone. Such a proof is used up in the request's own transaction, so that of many that bring
 * it one wins, and one that is refused otherwise leaves it whole. Machines have no second factor: what
 * is critical is never given to them.
 */
export async function requireStepUp(scope: Scope, stepUp: StepUp): Promise<void> {
  const { principal } = scope
  const session = sessionOf(scope)
  if (!session) return
  const isProved =
    stepUp === 'session'
      ? isRecent(session, scope.now())
      : await useProof(scope, session.id, principal.kind === 'staff')
  if (isProved) return
  throw new Problem('step-up-required', {
    detail: 'Prove a second factor, then try again.',
    stepUp,
    ...(stepUp === 'operation' ? { operation: scope.operation } : {}),
  })
}

interface Stepping {
  readonly id: string
  readonly secondFactorAt: Date | null
}

/** Of people at work. Staff who look into a tenant read there, and no more. */
function sessionOf({ principal }: Scope): Stepping | null {
  if (principal.kind === 'staff') return principal.tenantId === null ? principal.session : null
  if (principal.kind !== 'member') return null
  return { id: principal.sessionId, secondFactorAt: principal.secondFactorAt }
}

function isRecent({ secondFactorAt }: Stepping, now: Date): boolean {
  return secondFactorAt !== null && now.getTime() - secondFactorAt.getTime() < stepUpSeconds * 1000
}

async function useProof(scope: Scope, session: string, isStaff: boolean): Promise<boolean> {
  const proof = scope.request.header('step-up-proof')
  if (proof === null) return false
  const hash = hashOf(scope, proof)
  if (isStaff) {
    const door = 'directory.use_staff_proof'
    const [row] = await scope.through<{ use_staff_proof: boolean }>(
      door,
      session,
      hash,
      scope.operation,
      scope.now(),
    )
    return row?.use_staff_proof ?? false
  }
  const used = await scope
    .db<ProofRow>('step_up_proofs')
    .where({
      tenant_id: scope.tenantId,
      hash,
      session_id: session,
      operation: scope.operation,
      used_at: null,
    })
    .where('expires_at', '>', scope.now())
    .update({ used_at: scope.now() })
  return used === 1
}

/**
 * Makes the proof for one operation of this session; whoever calls it has just seen a second factor. Staff
 * stand in no tenant, so that theirs are kept beside their sessions.
 */
export async function giveProof(
  scope: Scope,
  whose: Pick<MemberPrincipal, 'kind' | 'sessionId'> | Pick<StaffPrincipal, 'kind' | 'session'>,
  operation: string,
): Promise<string> {
  const proof = newToken()
  const hash = hashOf(scope, proof)
  const expiresAt = new Date(scope.now().getTime() + stepUpSeconds * 1000)
  if (whose.kind === 'staff') {
    const door = 'directory.give_staff_proof'
    await scope.through(door, whose.session.id, hash, operation, expiresAt, scope.now())
    return proof
  }
  await scope.db<ProofRow>('step_up_proofs').insert({
    tenant_id: scope.tenantId,
    hash,
    session_id: whose.sessionId,
    operation,
    expires_at: expiresAt,
    used_at: null,
  })
  return proof
}

const hashOf = (scope: Scope, proof: string) => scope.secrets.hmac(`step-up:${proof}`)
