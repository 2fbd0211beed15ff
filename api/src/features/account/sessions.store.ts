/** The sessions of one person, in whichever of their tenants. */
import type { Scope } from '../../core/scope/index.ts'
import type { MemberAtDoor } from '../access/index.ts'

export interface OwnSession {
  readonly id: string
  readonly tenant_id: string
  readonly tenant_name: string
  readonly started_at: Date
  readonly ends_at: Date
  readonly last_used_at: Date | null
  readonly ip: string | null
  readonly user_agent: string | null
  readonly second_factor_at: Date | null
}

export const ownSessions = (scope: Scope, session: string): Promise<OwnSession[]> =>
  scope.through<OwnSession>('directory.own_sessions', session, scope.now())

/** Enters the tenant of another session of the same person; nothing where it is none of theirs. */
export async function enterOwnSession(
  scope: Scope,
  session: string,
  other: string,
): Promise<MemberAtDoor | undefined> {
  const door = 'directory.enter_own_session'
  const [member] = await scope.through<MemberAtDoor>(door, session, other, scope.now())
  return member
}
