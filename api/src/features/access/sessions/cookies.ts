/** The two cookies of a browser: the session's refresh token, and the device that it is. */
import { isToken } from '../../../core/crypto/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'

const refreshCookie = '__Host-sonaqor-refresh'
const deviceCookie = '__Host-sonaqor-device'
const deviceSeconds = 400 * 24 * 3600

export function readRefreshToken(scope: Scope): string | null {
  const token = scope.request.cookie(refreshCookie)
  return isToken(token) ? token : null
}

export function keepRefreshToken(scope: Scope, token: string, lifeSeconds: number): void {
  scope.request.setCookie(refreshCookie, token, { maxAgeSeconds: lifeSeconds })
}

export function dropRefreshToken(scope: Scope): void {
  scope.request.setCookie(refreshCookie, null)
}

/** What names this browser from one sign-in to the next. It opens nothing by itself. */
export function readDevice(scope: Scope): string | null {
  const device = scope.request.cookie(deviceCookie)
  return isToken(device) ? device : null
}

/** How a device is known to us. */
export const hashDevice = (scope: Scope, device: string) => scope.secrets.hmac(`device:${device}`)

/** The name that this browser brought, as it is stored; whose it is, is not said by that. */
export function broughtDevice(scope: Scope): Buffer | null {
  const device = readDevice(scope)
  return device === null ? null : hashDevice(scope, device)
}

export function keepDevice(scope: Scope, device: string): void {
  scope.request.setCookie(deviceCookie, device, { maxAgeSeconds: deviceSeconds })
}

/**
 * Another site must not sign its visitor in, as somebody else. Core refuses a foreign page that sends
 * our cookies along; here there are none yet. Ours is what the configuration says, for a name of somebody
 * else's may lead here. A program that is no browser names neither.
 */
export function refuseForeignPages(scope: Scope): void {
  const { origin, ownOrigin } = scope.request
  const site = scope.request.header('sec-fetch-site')
  const isOurs =
    (origin === null || origin === ownOrigin) && (site === null || site === 'same-origin')
  if (!isOurs) throw new Problem('forbidden', { detail: 'Another site may not sign people in.' })
}
