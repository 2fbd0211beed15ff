/**
 * The way over a provider and back. All that has to be known again on the way back is made from one
 * secret in a cookie of this browser, so that what comes back to another browser opens nothing there.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Role } from '@sonaqor/contract/access'
import type { Session } from '@sonaqor/contract/auth'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { Word } from '@sonaqor/contract/notification-kinds'
import type { signOn } from '@sonaqor/contract/sso'
import { teamEvents } from '@sonaqor/contract/team'
import { systemPrincipal } from '../../core/access/index.ts'
import { newToken } from '../../core/crypto/index.ts'
import type { OutboundFetch } from '../../core/outbound/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { comeInAs, noPassword, refuseForeignPages, requireMember } from '../access/index.ts'
import { claimsWanted, identityOf, type Identity } from './identity.ts'
import { claimsOf, discover, wayOut, type OurClient, type Questions } from './provider.ts'
import { redirectUriOf, type Place } from './settings.service.ts'
import { clientOf, findConnection, type ConnectionRow } from './settings.store.ts'
import * as store from './sign-on.store.ts'

const cookie = '__Host-sonaqor-company'
const lifeSeconds = 600

export interface Around {
  readonly place: Place
  readonly outbound: OutboundFetch
}

/** The same is done for every address; whether its domain has a provider shows at the next step. */
export async function begin(scope: Scope, email: string): Promise<void> {
  refuseForeignPages(scope)
  const secret = newToken()
  const expiresAt = new Date(scope.now().getTime() + lifeSeconds * 1000)
  await store.begin(scope, hashOf(scope, secret), email, expiresAt)
  scope.request.setCookie(cookie, secret, { maxAgeSeconds: lifeSeconds })
}

export async function start(
  scope: Scope,
  { place, outbound }: Around,
): Promise<{ readonly url: string }> {
  refuseForeignPages(scope)
  const secret = requireSecret(scope)
  const going = await scope.keep(async (_, kept) => {
    const begun = await store.open(kept, hashOf(kept, secret))
    return begun && provided(kept, begun)
  })
  if (!going) throw refused('not-offered')
  const { begun, client } = going
  const asked = questions(scope, place, begun.tenant_id, secret)
  const url = await orRefuse(scope, 'provider-failed', async () =>
    wayOut(await discover(outbound, client), asked, begun.email),
  )
  return { url }
}

type WayBack = InputOf<typeof signOn.finish>['body']

/** What came back is looked at before it is taken, so that nobody else's address uses a sign-in up. */
export async function finish(
  scope: Scope,
  { place, outbound }: Around,
  { tenantId, code, state, iss }: WayBack,
): Promise<Session> {
  refuseForeignPages(scope)
  const secret = requireSecret(scope)
  const asked = questions(scope, place, tenantId, secret)
  if (!isSame(asked.state, state)) throw refused('over')
  const taken = await scope.keep(async (_, kept) => {
    const begun = await store.take(kept, hashOf(kept, secret))
    return begun && provided(kept, begun)
  })
  scope.request.setCookie(cookie, null)
  if (!taken || taken.begun.tenant_id !== tenantId) throw refused('over')
  const { row, client, begun } = taken
  const claims = await orRefuse(
    scope,
    'not-proved',
    async () => {
      const config = await discover(outbound, client)
      return claimsOf(config, asked, { code, iss }, claimsWanted(row))
    },
    begun,
  )
  return comeIn(scope, tenantId, row, identityOf(claims, row, scope.now()))
}

/** The provider of the tenant that a sign-in belongs to, with what we show it. */
async function provided(
  kept: Scope,
  begun: store.Begun,
): Promise<{ begun: store.Begun; row: ConnectionRow; client: OurClient } | undefined> {
  await kept.enter(systemPrincipal('sso', begun.tenant_id))
  const row = await findConnection(kept)
  if (!row?.enabled) return undefined
  return { begun, row, client: await clientOf(kept, row) }
}

async function comeIn(
  scope: Scope,
  tenantId: string,
  row: ConnectionRow,
  who: Identity,
): Promise<Session> {
  const { issuer } = row
  const { subject, email, name, sid } = who
  if (who.emailFault) throw await keptOut(scope, tenantId, who.emailFault, who)
  const role = row.creates_members ? who.role : null
  const arrival = { bySso: true, secondFactorAt: who.factorAt }
  let joined: Role | null = null
  const session = await comeInAs(scope, arrival, async ({ brought, fresh }) => {
    const device = brought ?? fresh
    const entering = { tenantId, issuer, subject, email, name, role, device }
    const entered = await store.enter(scope, { ...entering, noPassword: noPassword() })
    if (!entered || entered.fault) {
      throw await keptOut(scope, tenantId, entered?.fault ?? 'no-member', who)
    }
    joined = entered.is_new ? entered.role : null
    return { ...entered, device }
  })
  const { sessionId, id } = requireMember(scope.principal)
  await store.insertSession(scope, { id: sessionId, issuer, subject, sid })
  if (joined) await tellOfNew(scope, id, joined)
  return session
}

async function tellOfNew(scope: Scope, id: string, role: Role): Promise<void> {
  const data = { id, role, compliance: false, state: 'active' as const }
  await scope.emit(teamEvents.joined, { environment: null, ref: { memberId: id }, data })
  scope.audit({ action: teamEvents.joined.name, target: id, after: { ...data, by: 'sso' } })
}

/** It stands in the log of the tenant, whose owners have to know why somebody cannot come in. */
async function keptOut(
  scope: Scope,
  tenantId: string,
  fault: store.SignOnFault,
  { email, subject }: Pick<Identity, 'email'> & Partial<Identity>,
): Promise<Problem> {
  await scope.keep(async (_, kept) => {
    await kept.enter(systemPrincipal('sso', tenantId))
    // Both are as the provider says them: of whatever length, with whatever in them.
    const said = { email: Word.parse(email), ...(subject ? { subject: Word.parse(subject) } : {}) }
    kept.audit({ action: 'sso.refused', after: { fault, ...said } })
  })
  return refused(fault)
}

/** Whatever the provider, or the way to it, does wrong is told in our log, and to people as one fault. */
async function orRefuse<T>(
  scope: Scope,
  fault: store.SignOnFault,
  work: () => Promise<T>,
  begun?: store.Begun,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    scope.log.warn({ err: error }, 'a provider was not understood')
    throw begun ? await keptOut(scope, begun.tenant_id, fault, begun) : refused(fault)
  }
}

function questions(scope: Scope, place: Place, tenantId: string, secret: string): Questions {
  const made = (use: string) =>
    scope.secrets.hmac(`sso ${use} ${tenantId}:${secret}`).toString('base64url')
  return {
    redirectUri: redirectUriOf(place, tenantId),
    state: made('state'),
    nonce: made('nonce'),
    verifier: made('verifier'),
  }
}

const hashOf = (scope: Scope, secret: string) => scope.secrets.hmac(`sso:${secret}`)

function requireSecret(scope: Scope): string {
  const secret = scope.request.cookie(cookie)
  if (secret === null || !/^[\w-]{43}$/.test(secret)) throw refused('over')
  return secret
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const details: Readonly<Record<store.SignOnFault, string>> = {
  'not-offered': 'No company signs in with this address here.',
  over: 'This sign-in is over, or was begun in another browser. Begin again.',
  'provider-failed': 'The provider of your company does not answer. Try again in a while.',
  'not-proved': 'What your provider said could not be confirmed. Begin again.',
  'email-unverified': 'Your provider has not confirmed your e-mail address.',
  'email-unusable': 'Your provider names an e-mail address that no mail can be sent to.',
  'other-domain': 'Your provider may not speak for this e-mail address.',
  'no-member': 'You are no member here yet. Ask an owner or admin for an invitation.',
  'kept-out': 'Your access has been suspended or removed. Ask an owner or admin.',
  'other-account': 'This address belongs to another account at your provider. Ask an owner.',
}

const refused = (fault: store.SignOnFault) =>
  new Problem('sign-on-failed', { detail: details[fault], reason: fault })
