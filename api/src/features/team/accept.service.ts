/** Whoever holds the link of an invitation comes in by it, as who they are or as somebody new. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Session } from '@sonaqor/contract/auth'
import type { Invitation, invites } from '@sonaqor/contract/invites'
import { teamEvents } from '@sonaqor/contract/team'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import {
  askForSso,
  checkPassword,
  comeInByPassword,
  emailOfBrowser,
  hashPassword,
  memberPrincipal,
  provePasswordOf,
  refuseForeignPages,
  switchTenant,
} from '../access/index.ts'
import { hashInviteToken } from './invites.service.ts'
import * as store from './invites.store.ts'

export async function showInvite(scope: Scope, token: string): Promise<Invitation> {
  refuseForeignPages(scope)
  const { bySso, ...seen } = await look(scope, token)
  return {
    tenant: seen.tenant_name,
    inviter: seen.inviter_name,
    email: seen.email,
    role: seen.role,
    expiresAt: seen.expires_at.toISOString(),
    known: seen.known,
    bySso,
    signedIn: seen.known && (await emailOfBrowser(scope)) === seen.email,
  }
}

type Acceptance = InputOf<typeof invites.accept>['body']

/**
 * Who they are is proved before anything is taken: by the session of this browser, by their password,
 * or, for somebody new, by holding the link alone. Who comes in by the provider of their company alone is
 * sent there before anything else: coming in by it takes the invitation. Then the link is taken and the member made, in a
 * transaction of its own; what follows is a sign-in like any other, second factor included.
 */
export async function acceptInvite(
  scope: Scope,
  limitFactor: number,
  { token, name, password }: Acceptance,
): Promise<Session> {
  refuseForeignPages(scope)
  const seen = await look(scope, token)
  const { email, known, tenant_id: tenantId } = seen
  if (seen.bySso) throw askForSso()
  if (!known) {
    const person = await newPerson(seen, name, password)
    await take(scope, token, person)
    return comeInByPassword(scope, { email, tenantId, proved: person.passwordHash })
  }
  if ((await emailOfBrowser(scope)) === email) {
    await take(scope, token, null)
    return switchTenant(scope, tenantId)
  }
  if (password === undefined) throw wrong('password', 'Say the password of your account.')
  const proved = await provePasswordOf(scope, { email, password }, limitFactor)
  await take(scope, token, null)
  return comeInByPassword(scope, { email, tenantId, proved })
}

async function newPerson(
  { email, tenant_name: tenant }: store.SeenInvite,
  name: string | undefined,
  password: string | undefined,
) {
  if (name === undefined) throw wrong('name', 'Say how you are called.')
  checkPassword(password ?? '', [name, email, tenant])
  return { name, passwordHash: await hashPassword(password ?? '') }
}

/** Of many who bring the same link one takes it; for all others it is not there any more. */
async function take(
  scope: Scope,
  token: string,
  person: { name: string; passwordHash: string } | null,
): Promise<void> {
  await scope.keep(async (_, kept) => {
    const joined = await store.acceptInvite(kept, hashInviteToken(kept, token), person)
    if (!joined) throw noInvite()
    await kept.enter(memberPrincipal(joined, kept.newId()))
    const { member_id: id, role, compliance } = joined
    const data = { id, role, compliance, state: 'active' }
    await kept.emit(teamEvents.joined, { environment: null, ref: { memberId: id }, data })
    kept.audit({
      action: teamEvents.joined.name,
      target: id,
      after: { ...data, inviteId: joined.invite_id },
    })
  })
}

async function look(
  scope: Scope,
  token: string,
): Promise<store.SeenInvite & { readonly bySso: boolean }> {
  const seen = await scope.keep(async (_, kept) => {
    const found = await store.lookAtInvite(kept, hashInviteToken(kept, token))
    return found && { ...found, bySso: await store.comesBySso(kept, found) }
  })
  if (!seen) throw noInvite()
  return seen
}

function wrong(field: string, detail: string): Problem {
  return new Problem('invalid', { detail, errors: [{ detail, pointer: `#/${field}` }] })
}

/** One answer for a link that never was, is over, was used, renewed or cancelled. */
const noInvite = () =>
  new Problem('not-found', {
    detail: 'This invitation does not hold any more. Ask for a new one.',
  })
