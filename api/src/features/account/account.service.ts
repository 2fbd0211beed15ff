/** What a person is known by, and how they change it: name, language, password, e-mail, tenants. */
import type { account, Account } from '@sonaqor/contract/account'
import type { InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import type { Scope } from '../../core/scope/index.ts'
import {
  askForLink,
  checkPassword,
  hashPassword,
  inEachTenant,
  provePassword,
  requireMember,
  requireNotLeavingSso,
  showMe,
  signInAgain,
} from '../access/index.ts'
import { notify } from '../notifications/index.ts'
import { requireFactorAgain, requireOneself } from './second-factors.service.ts'
import * as store from './account.store.ts'

export async function showAccount(scope: Scope): Promise<Account> {
  const row = await own(scope)
  return {
    name: row.name,
    email: row.email,
    newEmail: row.new_email,
    locale: row.locale,
    passwordChangedAt: row.password_changed_at?.toISOString() ?? null,
  }
}

export async function updateAccount(
  scope: Scope,
  changes: InputOf<typeof account.update>['body'],
): Promise<Account> {
  const { sessionId, id } = requireMember(scope.principal)
  const { name, locale } = await own(scope)
  await store.updateAccount(scope, sessionId, changes)
  const after = await showAccount(scope)
  scope.audit({
    action: 'account.updated',
    target: id,
    before: { name, locale },
    after: { name: after.name, locale: after.locale },
  })
  return after
}

/**
 * The door that sets the new password tells what is open by then: whoever signs in with the old one
 * meanwhile is either refused or found among it. All of it ends but the session that asks, in whichever
 * tenant, and whoever has opened that session.
 */
export async function changePassword(
  scope: Scope,
  { current, next }: InputOf<typeof account.changePassword>['body'],
): Promise<void> {
  const member = requireMember(scope.principal)
  await requireFactorAgain(scope)
  await provePassword(scope, member, current, '#/current')
  const { person, tenants } = await showMe(scope)
  const words = [person.name, person.email, ...tenants.map(({ name }) => name)]
  checkPassword(next, words, '#/next')
  const hash = await scope.aside(() => hashPassword(next))
  const open = await store.changePassword(scope, member.sessionId, hash)
  const but = member.sessionId
  await inEachTenant(scope, open, { because: 'password-changed', but }, async ({ tenant_id }) => {
    if (tenant_id === member.tenantId) await tellOfPassword(scope, member.id)
  })
  await scope.enter(member)
}

async function tellOfPassword(scope: Scope, memberId: string): Promise<void> {
  scope.audit({ action: 'account.password-changed', target: memberId })
  await notify(scope, {
    kind: 'account.password-changed',
    to: [memberId],
    params: { at: scope.now().toISOString() },
    link: '/account/sessions',
  })
}

/** The same is done whether or not the address belongs to somebody; a job finds out, and writes. */
export async function changeEmail(
  scope: Scope,
  { email, password }: InputOf<typeof account.changeEmail>['body'],
): Promise<void> {
  const { sessionId, id } = await requireOneself(scope, password)
  await requireNotLeavingSso(scope, sessionId, email)
  await askForLink(scope, { kind: 'email', email, session: sessionId })
  scope.audit({ action: 'account.email-change-requested', target: id, after: { email } })
}

/** Its log begins with who founded it; the one that they came from learns nothing of it. */
export async function addTenant(
  scope: Scope,
  { name }: InputOf<typeof account.addTenant>['body'],
): Promise<ReplyOf<typeof account.addTenant>> {
  const member = requireMember(scope.principal)
  const id = scope.newId()
  const memberId = scope.newId()
  await store.addTenant(scope, member.sessionId, { tenantId: id, memberId, name })
  await scope.enter({ ...member, id: memberId, tenantId: id, role: 'owner' })
  scope.audit({ action: 'tenants.founded', target: id, after: { name } })
  return { id, name }
}

async function own(scope: Scope): Promise<store.AccountRow> {
  const { sessionId } = requireMember(scope.principal)
  const row = await store.ownAccount(scope, sessionId)
  if (!row) throw signInAgain()
  return row
}
