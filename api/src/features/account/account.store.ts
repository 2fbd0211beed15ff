/** What a person is known by, in whichever of their tenants. Each door is one SECURITY DEFINER function. */
import type { Locale } from '@sonaqor/contract/notification-kinds'
import type { Scope } from '../../core/scope/index.ts'
import type { Somewhere } from '../access/index.ts'

export interface AccountRow {
  readonly name: string
  readonly email: string
  readonly locale: Locale | null
  readonly password_changed_at: Date | null
  readonly new_email: string | null
}

export async function ownAccount(scope: Scope, session: string): Promise<AccountRow | undefined> {
  const [row] = await scope.through<AccountRow>('directory.own_account', session, scope.now())
  return row
}

export async function updateAccount(
  scope: Scope,
  session: string,
  { name, locale }: { readonly name?: string | undefined; readonly locale?: Locale | undefined },
): Promise<void> {
  const given = [name ?? null, locale ?? null] as const
  await scope.through('directory.update_account', session, ...given, scope.now())
}

/** What the person has open, in all of their tenants, the session that asks among it. */
export const changePassword = (
  scope: Scope,
  session: string,
  passwordHash: string,
): Promise<Somewhere[]> =>
  scope.through<Somewhere>('directory.change_password', session, passwordHash, scope.now())

export interface NewTenant {
  readonly tenantId: string
  readonly memberId: string
  readonly name: string
}

export async function addTenant(
  scope: Scope,
  session: string,
  { tenantId, memberId, name }: NewTenant,
): Promise<void> {
  await scope.through('directory.add_tenant', session, tenantId, memberId, name, scope.now())
}
