import type { Scope as ScopeName } from '@sonaqor/contract/access'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { keyEvents, type IssuedKey, type Key, type keys } from '@sonaqor/contract/keys'
import { can, requireStepUp } from '../../core/access/index.ts'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { allowlistOf, findApp } from '../apps/index.ts'
import { notify } from '../notifications/index.ts'
import { endsOf, makeSecret } from './key-format.ts'
import { keyNotice } from './key-notice.ts'
import * as store from './keys.store.ts'
import { lentBounds } from './bounds/lent-bounds.ts'
import { noKey } from './no-key.ts'

export { showHistory } from './history.view.ts'
export { listKeys } from './keys.view.ts'
export { showUsage } from './use/usage.store.ts'

export async function showKey(scope: Scope, id: string): Promise<Key> {
  return (await store.findKey(scope, id)) ?? noKey()
}

type NewKey = InputOf<typeof keys.issue>['body']

export async function issueKey(scope: Scope, body: NewKey): Promise<IssuedKey> {
  requireHeld(scope, body.scopes)
  const expiresAt = futureOf(scope, body.expiresAt)
  const app = (await findApp(scope, body.appId)) ?? noApp()
  const bounds = await lentBounds(scope, {
    requestsPerMinute: body.requestsPerMinute ?? null,
    ipAllowlist: allowlistOf(body.ipAllowlist),
    expiresAt,
  })
  const secret = makeSecret(app.environment)
  const { prefix, lastFour } = endsOf(secret)
  const key = await store.insertKey(
    scope,
    {
      environment: app.environment,
      app_id: app.id,
      label: body.label,
      prefix,
      last_four: lastFour,
      scopes: body.scopes,
      issued_by: scope.principal.name,
      expires_at: bounds.expiresAt,
      ip_allowlist: [...bounds.ipAllowlist],
      requests_per_minute: bounds.requestsPerMinute,
    },
    scope.secrets.hmac(secret),
  )
  await tell(scope, keyEvents.issued, key)
  return { ...key, secret }
}

/**
 * Revoking what is revoked changes nothing, whatever revision the caller has seen. A key of production
 * is ended by nobody who only found an open page.
 */
export async function revokeKey(scope: Scope, id: string, seen: Seen): Promise<Key> {
  const before = (await store.lockKey(scope, id)) ?? noKey()
  if (before.state === 'revoked') return before
  requireRevision(seen, before.revision)
  if (before.environment === 'production') await requireProof(scope)
  await store.markRevoked(scope, before)
  const after = (await store.findKey(scope, id)) ?? noKey()
  await tell(scope, keyEvents.revoked, after, before)
  await scope.closeSockets(id)
  return after
}

/** A partner's page has nobody who could show a second factor; a server needs none. */
export async function requireProof(scope: Scope): Promise<void> {
  if (scope.principal.kind !== 'embed') return requireStepUp(scope, 'session')
  throw new Problem('forbidden', {
    detail:
      'A key of production is changed, rotated and revoked in the Sonaqor dashboard, or by a server of yours.',
  })
}

/** What somebody, or time, does to a key. */
type KeyEvent = (typeof keyEvents)[Exclude<keyof typeof keyEvents, 'firstUsed'>]

/** What became of a key, for screens and webhooks and for the audit log. */
export async function note(scope: Scope, type: KeyEvent, key: Key, before?: Key): Promise<void> {
  const { id, appId, environment } = key
  await scope.emit(type, { environment, appId, ref: { keyId: id, appId }, data: key })
  scope.audit({ action: type.name, target: id, environment, appId, before, after: key })
}

/** The same of what ends, begins or opens more or less than before, of which those hear as well who run what it opens. */
export async function tell(scope: Scope, type: KeyEvent, key: Key, before?: Key): Promise<void> {
  await note(scope, type, key, before)
  if (key.environment === 'production') await notifyOf(scope, type.name, key)
}

/** In production a key opens the doors of the real world: those who run them hear what became of it. */
async function notifyOf(scope: Scope, kind: KeyEvent['name'], key: Key): Promise<void> {
  const { params, link } = keyNotice(key)
  await notify(scope, { kind, params: { ...params, by: scope.principal.name }, link })
}

/** Nobody lends what they do not hold. */
function requireHeld(scope: Scope, scopes: readonly ScopeName[]): void {
  const missing = scopes.find((name) => !can(scope.principal, name))
  if (!missing) return scope.takes(scopes)
  throw new Problem('forbidden', {
    detail: `A key can hold no scope that its issuer lacks, and you lack ${missing}.`,
    scope: missing,
    errors: [
      { detail: 'is a scope that you lack', pointer: `#/scopes/${scopes.indexOf(missing)}` },
    ],
  })
}

export function futureOf(scope: Scope, expiresAt: string | null | undefined): Date | null {
  if (!expiresAt) return null
  const moment = new Date(expiresAt)
  if (moment > scope.now()) return moment
  const detail = 'must be in the future'
  throw new Problem('invalid', {
    detail: 'The expiry must be in the future.',
    errors: [{ detail, pointer: '#/expiresAt' }],
  })
}

/** What a body names and is not the caller's is a wrong field, like any other. */
function noApp(): never {
  throw new Problem('invalid', {
    detail: 'The app is not one of yours.',
    errors: [{ detail: 'is not one of your apps', pointer: '#/appId' }],
  })
}
