/** Where somebody belongs, as far as a sign-in has to know it. Each door is one SECURITY DEFINER function. */
import type { Scope } from '../../../core/scope/index.ts'
import type { Admission } from '../sessions/sessions.store.ts'

/** Whether whoever has this address has no way into the tenant, or into any, but by a provider. */
export async function keepsOut(
  scope: Scope,
  email: string,
  tenantId: string | undefined,
): Promise<boolean> {
  const door = 'directory.keeps_out'
  const [row] = await scope.through<{ keeps_out: boolean }>(door, email, tenantId ?? null)
  return row?.keeps_out ?? false
}

/** Whether whoever has this address belongs to the tenant, or to any, be it that they are suspended. */
export async function hasPlace(
  scope: Scope,
  email: string,
  tenantId: string | undefined,
): Promise<boolean> {
  const door = 'directory.has_place'
  const [row] = await scope.through<{ has_place: boolean }>(door, email, tenantId ?? null)
  return row?.has_place ?? false
}

export type Proved = Pick<Admission, 'email' | 'counted' | 'tenantId' | 'proved'>

/** The names of the tenants in which they are suspended; none for whoever has another place there. */
export async function suspendedIn(
  scope: Scope,
  { email, tenantId, proved }: Proved,
): Promise<string[]> {
  const door = 'directory.kept_out_of'
  const rows = await scope.through<{ name: string }>(door, email, tenantId ?? null, proved ?? null)
  return rows.map(({ name }) => name)
}

/** What they guessed wrong before, as a sign-in would forget it. */
export async function forgetGuesses(scope: Scope, whose: Proved): Promise<void> {
  const { email, counted, tenantId, proved } = whose
  const door = 'directory.forget_guesses_at'
  await scope.through(door, email, counted, tenantId ?? null, proved ?? null)
}

/** Whether people of the address's domain come in by their provider; it looks for nobody. */
export async function isSsoRequired(scope: Scope, email: string): Promise<boolean> {
  const door = 'directory.sso_required_for'
  const [row] = await scope.through<{ sso_required_for: boolean }>(door, email)
  return row?.sso_required_for ?? false
}
