/** A second factor once more, for what does lasting harm in the wrong hands. */
import type { StepUp } from '@sonaqor/contract/endpoint'
import { newToken } from '../crypto/index.ts'
import { Problem } from '../problems/index.ts'
import type { Scope } from '../scope/index.ts'
import type { MemberPrincipal, StaffInTenantPrincipal, StaffPrincipal } from './principal.ts'

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

/**
 * Lets the request pass that has proved a second factor: within the last five minutes, or for this one
 * operation alone. Such a proof is used up in the request's own transaction, so that of many that bring
 * it one wins, and one that is refused otherwise leaves it whole. Machines have no second factor: what
 * is critical is never lent to them.
 */
export async function requireStepUp(scope: Scope, stepUp: StepUp): Promise<void> {
  const { principal } = scope
  if (principal.kind === 'staff') return requireRecentOfStaff(principal, scope.now())
  if (principal.kind !== 'member') return
  const isProved =
    stepUp === 'session' ? isRecent(principal, scope.now()) : await useProof(scope, principal)
  if (isProved) return
  throw new Problem('step-up-required', {
    detail: 'Prove a second factor, then try again.',
    stepUp,
  })
}

/** Staff stand in no tenant, where proofs of one operation are kept: theirs are of the session alone. */
function requireRecentOfStaff(principal: StaffPrincipal | StaffInTenantPrincipal, now: Date): void {
  if (principal.tenantId !== null || isRecent(principal.session, now)) return
  throw new Problem('step-up-required', {
    detail: 'Prove a second factor, then try again.',
    stepUp: 'session',
  })
}

function isRecent({ secondFactorAt }: Pick<MemberPrincipal, 'secondFactorAt'>, now: Date): boolean {
  return secondFactorAt !== null && now.getTime() - secondFactorAt.getTime() < stepUpSeconds * 1000
}

async function useProof(scope: Scope, { sessionId }: MemberPrincipal): Promise<boolean> {
  const proof = scope.request.header('step-up-proof')
  if (proof === null) return false
  const used = await scope
    .db<ProofRow>('step_up_proofs')
    .where({
      tenant_id: scope.tenantId,
      hash: hashOf(scope, proof),
      session_id: sessionId,
      operation: scope.request.operation,
      used_at: null,
    })
    .where('expires_at', '>', scope.now())
    .update({ used_at: scope.now() })
  return used === 1
}

/** Makes the proof for one operation of this session; whoever calls it has just seen a second factor. */
export async function giveProof(
  scope: Scope,
  { sessionId }: MemberPrincipal,
  operation: string,
): Promise<string> {
  const proof = newToken()
  await scope.db<ProofRow>('step_up_proofs').insert({
    tenant_id: scope.tenantId,
    hash: hashOf(scope, proof),
    session_id: sessionId,
    operation,
    expires_at: new Date(scope.now().getTime() + stepUpSeconds * 1000),
    used_at: null,
  })
  return proof
}

const hashOf = (scope: Scope, proof: string) => scope.secrets.hmac(`step-up:${proof}`)
