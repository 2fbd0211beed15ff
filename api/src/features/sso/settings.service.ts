/** How a tenant sets up single sign-on: its provider, and whether people have to come in by it. */
import type { AuditAction } from '@sonaqor/contract/audit-actions'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { ssoEvents, type sso, type SsoConnection, type SsoSettings } from '@sonaqor/contract/sso'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { endSession, lockTenant } from '../access/index.ts'
import { shownDomain } from './domains.service.ts'
import { listDomains } from './domains.store.ts'
import { lookAtProvider } from './looks.ts'
import * as store from './settings.store.ts'

/** Where we are, and how we may go elsewhere. */
export interface Place {
  readonly origin: string
  readonly allowsLoopback: boolean
}

/** A page of ours for each tenant, so that no provider can speak in the place of another. */
export const redirectUriOf = ({ origin }: Place, tenantId: string) =>
  `${origin}/sign-in/company/${tenantId}`

export const logoutPath = '/sso/back-channel-logout/'

export async function showSettings(scope: Scope, place: Place): Promise<SsoSettings> {
  const row = await store.findConnection(scope)
  const domains = await listDomains(scope)
  return {
    redirectUri: redirectUriOf(place, scope.tenantId),
    logoutUri: `${place.origin}${logoutPath}${scope.tenantId}`,
    connection: row ? shown(row) : null,
    domains: domains.map(shownDomain),
    revision: row?.revision ?? 0,
  }
}

const shown = (row: store.ConnectionRow): SsoConnection => ({
  issuer: row.issuer,
  clientId: row.client_id,
  enabled: row.enabled,
  required: row.required,
  createsMembers: row.creates_members,
  defaultRole: row.default_role,
  roleClaim: row.role_claim,
  roleMap: [...row.role_map],
  factorCounts: row.factor_counts,
  check: {
    state: row.check_state,
    at: row.checked_at?.toISOString() ?? null,
    fault: row.check_fault,
  },
})

type Configuration = InputOf<typeof sso.configure>['body']

/**
 * Whoever could lead a kept secret to another issuer could read it there, so it is asked for anew. What
 * was never looked at, or was found good as something else, is off until it is looked at.
 */
export async function configure(
  scope: Scope,
  place: Place,
  { clientSecret, ...given }: Configuration,
  seen: Seen,
): Promise<SsoSettings> {
  requireIssuer(given.issuer, place)
  await lockTenant(scope)
  const before = await store.findConnection(scope)
  requireRevision(seen, before?.revision ?? 0)
  const isSame = before?.issuer === given.issuer && before.client_id === given.clientId
  if (!isSame && clientSecret === undefined) {
    throw wrong('clientSecret', 'is needed for another issuer or client')
  }
  const isOther = !isSame || clientSecret !== undefined
  const written = {
    issuer: given.issuer,
    client_id: given.clientId,
    creates_members: given.createsMembers,
    default_role: given.defaultRole,
    role_claim: given.roleClaim,
    role_map: given.roleMap,
    factor_counts: given.factorCounts,
    ...(isOther ? { enabled: false, required: false, ...store.unlooked } : {}),
  }
  await store.putConnection(scope, before, written, clientSecret)
  const told = { ...given, ...(clientSecret === undefined ? {} : { secretReplaced: true }) }
  if (before?.enabled && isOther) await endAll(scope, await store.sessionsBySso(scope))
  return changed(scope, place, before, 'sso.configured', told)
}

/** Only what was looked at and speaks for a domain is switched on. */
export async function switchSso(
  scope: Scope,
  place: Place,
  { enabled, required }: InputOf<typeof sso.switch>['body'],
  seen: Seen,
): Promise<SsoSettings> {
  if (required && !enabled) throw wrong('required', 'needs single sign-on to be on')
  await lockTenant(scope)
  const before = await need(scope)
  requireRevision(seen, before.revision)
  if (enabled && !before.enabled) await requireReady(scope, before)
  await store.putConnection(scope, before, { enabled, required }, undefined)
  if (!enabled) await endAll(scope, await store.sessionsBySso(scope))
  if (required && !before.required) await endBeside(scope)
  return changed(scope, place, before, 'sso.changed', { enabled, required })
}

/** A job asks the provider, for no transaction waits for anybody outside. */
export async function check(scope: Scope, place: Place): Promise<SsoSettings> {
  await lockTenant(scope)
  const row = await need(scope)
  const running = { check_state: 'running', check_fault: null, checked_at: scope.now() } as const
  await store.noteCheck(scope, row, running)
  // What an older revision is looked at for would say nothing of this one.
  const singleton = `${lookAtProvider.name} ${scope.tenantId} ${row.revision}`
  await scope.start(lookAtProvider, {}, { singleton })
  scope.audit({ action: 'sso.checked', target: row.id })
  return showSettings(scope, place)
}

export async function remove(scope: Scope, place: Place): Promise<void> {
  await lockTenant(scope)
  const before = await need(scope)
  await endAll(scope, await store.sessionsBySso(scope))
  await store.removeConnection(scope)
  await changed(scope, place, before, 'sso.removed', undefined)
}

async function requireReady(scope: Scope, row: store.ConnectionRow): Promise<void> {
  const domains = await listDomains(scope)
  if (row.check_state === 'good' && domains.some(({ state }) => state === 'verified')) return
  throw new Problem('conflict', {
    detail: 'Before it is switched on, the provider has to be found good and a domain verified.',
  })
}

async function need(scope: Scope): Promise<store.ConnectionRow> {
  const row = await store.findConnection(scope)
  if (row) return row
  throw new Problem('not-found', { detail: 'No provider is set up.' })
}

/** Ends what came in otherwise than by the provider that is required from now on. */
export async function endBeside(scope: Scope): Promise<void> {
  await endAll(scope, await store.sessionsBeside(scope), 'sso-required')
}

/** The same of somebody who was an owner until now, where the provider is required. */
export async function endBesideOf(scope: Scope, memberId: string): Promise<void> {
  if (!(await store.findConnection(scope))?.required) return
  await endAll(scope, await store.sessionsBeside(scope, memberId), 'sso-required')
}

async function endAll(
  scope: Scope,
  sessions: readonly string[],
  because: 'ended' | 'sso-required' = 'ended',
): Promise<void> {
  for (const id of sessions) await endSession(scope, id, because)
}

async function changed(
  scope: Scope,
  place: Place,
  before: store.ConnectionRow | undefined,
  action: AuditAction,
  after: unknown,
): Promise<SsoSettings> {
  const settings = await showSettings(scope, place)
  const { enabled, required } = settings.connection ?? { enabled: false, required: false }
  await scope.emit(ssoEvents.changed, {
    environment: null,
    ref: { tenantId: scope.tenantId },
    data: { enabled, required },
  })
  const { check: _, ...known } = before ? shown(before) : { check: null }
  scope.audit({ action, target: scope.tenantId, ...(before ? { before: known } : {}), after })
  return settings
}

/** As it is compared with what tokens say, to the letter: nothing of it is mended here. */
function requireIssuer(issuer: string, { allowsLoopback }: Place): void {
  const url = new URL(issuer)
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isHere && allowsLoopback)
  if (!isSafe) throw wrong('issuer', 'must begin with https://')
  if (url.search || url.hash || url.username || url.password) {
    throw wrong('issuer', 'must be an address without a query')
  }
}

function wrong(field: string, detail: string): Problem {
  return new Problem('invalid', {
    detail: `The field ${field} ${detail}.`,
    errors: [{ detail, pointer: `#/${field}` }],
  })
}
