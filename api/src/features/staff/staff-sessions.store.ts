/** Sessions of staff. Each door is one SECURITY DEFINER function; no tenant is entered by any of them. */
import type { StaffAction } from '@sonaqor/contract/staff'
import type { Scope } from '../../core/scope/index.ts'
import type { StaffAtDoor } from './staff-principal.ts'

export async function openSession(scope: Scope, id: string): Promise<StaffAtDoor | undefined> {
  const [staff] = await scope.through<StaffAtDoor>('directory.open_staff_session', id, scope.now())
  return staff
}

export interface NewStaffSession {
  readonly email: string
  /** The hash that the password was compared with; whoever has changed it meanwhile is not let in. */
  readonly proved: string | null
  readonly id: string
  readonly token: Buffer
  readonly endsAt: Date
  readonly idleEndsAt: Date
  readonly secondFactorAt: Date | null
}

/** Nothing where the person is no staff, or has a second factor and has not shown it. */
export async function admit(
  scope: Scope,
  session: NewStaffSession,
): Promise<StaffAtDoor | undefined> {
  const { request } = scope
  const [staff] = await scope.through<StaffAtDoor>(
    'directory.admit_staff',
    session.email,
    session.proved,
    session.id,
    session.token,
    session.endsAt,
    session.idleEndsAt,
    session.secondFactorAt,
    request.ip || null,
    request.userAgent?.slice(0, 400) ?? null,
    scope.now(),
  )
  return staff
}

/** Whether whoever has this address belongs to the staff, be it that they are suspended. */
export async function isStaff(scope: Scope, email: string): Promise<boolean> {
  const [row] = await scope.through<{ is_staff: boolean }>('directory.is_staff', email)
  return row?.is_staff ?? false
}

/** Whether they are suspended who have just proved who they are. */
export async function isKeptOut(
  scope: Scope,
  { email, proved }: Pick<NewStaffSession, 'email' | 'proved'>,
): Promise<boolean> {
  const door = 'directory.staff_kept_out'
  const [row] = await scope.through<{ staff_kept_out: boolean }>(door, email, proved)
  return row?.staff_kept_out ?? false
}

export interface RenewedSession extends StaffAtDoor {
  readonly ends_at: Date
  readonly idle_ends_at: Date
}

export async function renew(
  scope: Scope,
  renewal: { readonly given: Buffer; readonly successor: Buffer; readonly idleEndsAt: Date },
): Promise<RenewedSession | undefined> {
  const [session] = await scope.through<RenewedSession>(
    'directory.renew_staff_session',
    renewal.given,
    renewal.successor,
    renewal.idleEndsAt,
    scope.now(),
  )
  return session
}

export async function endSession(
  scope: Scope,
  token: Buffer,
  because: 'signed-out' | 'replaced',
): Promise<void> {
  await scope.through('directory.end_staff_session', token, because, scope.now())
}

export async function showFactor(scope: Scope, id: string): Promise<void> {
  await scope.through('directory.show_staff_factor', id, scope.now())
}

export interface NewStaffAct {
  readonly action: StaffAction
  readonly target?: string
  readonly detail?: object
}

/** Puts down what staff did, in the transaction in which they do it. */
export async function noteAct(
  scope: Scope,
  session: string,
  { action, target, detail }: NewStaffAct,
): Promise<void> {
  await scope.through(
    'directory.note_staff_act',
    session,
    scope.newId(),
    action,
    target ?? null,
    JSON.stringify(detail ?? {}),
    scope.request.ip || null,
    scope.now(),
  )
}
