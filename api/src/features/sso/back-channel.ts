/**
 * Where providers tell that somebody signed out. It is a form by the specification, from a machine of
 * theirs, and so no endpoint of the API; what it may end is what that provider has opened.
 */
import type { IncomingMessage } from 'node:http'
import type { Context, Middleware } from 'koa'
import { decodeJwt } from 'jose'
import { z } from 'zod'
import { anonymous, systemPrincipal } from '../../core/access/index.ts'
import { addressOf } from '../../core/addresses/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import { createLimits, subjectOf, type Limits } from '../../core/limits/index.ts'
import type { OutboundFetch } from '../../core/outbound/index.ts'
import { endSession } from '../access/index.ts'
import {
  providerKeys,
  readLogoutToken,
  tokenAgeSeconds,
  type KnownClient,
  type LogoutClaims,
} from './logout-token.ts'
import { logoutPath } from './settings.service.ts'
import { findKnownClient } from './settings.store.ts'
import { hearLogout, sessionsOf } from './sign-on.store.ts'

const bodyMax = 16 * 1024

/** In a minute. Whole companies go home at once, by a few machines of one provider. */
const roomFor = { fromAddress: 300, toTenant: 1200 }

export function hearProviders(foundation: Foundation, outbound: OutboundFetch): Middleware {
  const keys = providerKeys(outbound)
  const limits = createLimits(foundation.database, foundation.clock)
  return async (ctx, next) => {
    if (ctx.method !== 'POST' || !ctx.path.startsWith(logoutPath)) return next()
    ctx.set('cache-control', 'no-store')
    const tenant = z.uuid().safeParse(ctx.path.slice(logoutPath.length)).data
    const fullFor = await takeWord(foundation, limits, ctx, tenant)
    if (fullFor !== null) return refuseForNow(ctx, fullFor)
    const token = await tokenIn(ctx)
    if (tenant === undefined || token === null) return refuse(ctx)
    const client = await knownClient(foundation, tenant)
    if (!client || !isFrom(client, token)) return refuse(ctx)
    const claims = await readLogoutToken(keys, client, token, foundation.clock.now())
    if (!claims || !(await endMeant(foundation, tenant, client, claims))) return refuse(ctx)
    ctx.status = 200
    ctx.body = ''
  }
}

/** The seconds until there is room again, or null: before anything is read, opened or asked for. */
async function takeWord(
  { config }: Foundation,
  limits: Limits,
  { req }: Context,
  tenant: string | undefined,
): Promise<number | null> {
  const { headers, socket } = req
  const ip = addressOf({ headers, remoteAddress: socket.remoteAddress }, config.trustedProxies)
  const address = subjectOf({ route: '', limit: undefined, principal: anonymous, ip })
  const take = async (name: string, words: number, subject: string) => {
    const requests = Math.round(words * config.limitFactor)
    const policy = { name: `sso.logout-words.${name}`, requests, seconds: 60 }
    const { allowed, resetSeconds } = await limits.take(policy, subject)
    return allowed ? null : resetSeconds
  }
  const full = await take('from-address', roomFor.fromAddress, address)
  if (full !== null || tenant === undefined) return full
  return take('to-tenant', roomFor.toTenant, `tenant ${tenant}`)
}

/** Who it says that it is from is looked at first: nobody else's word makes us ask a provider. */
function isFrom({ issuer, clientId }: KnownClient, token: string): boolean {
  try {
    const { iss, aud } = decodeJwt(token)
    return iss === issuer && [aud].flat().includes(clientId)
  } catch {
    return false
  }
}

function knownClient({ scopes }: Foundation, tenant: string) {
  return scopes.run(systemPrincipal('sso', tenant), findKnownClient)
}

/** Each word is heard once; sockets close with the sessions, on every node. */
function endMeant(
  { scopes }: Foundation,
  tenant: string,
  { issuer }: KnownClient,
  { jti, iat, sub, sid }: LogoutClaims,
): Promise<boolean> {
  return scopes.run(systemPrincipal('sso', tenant), async (scope) => {
    const hash = scope.secrets.hmac(`logout:${tenant}:${issuer}:${jti}`)
    const expiresAt = new Date((iat + 2 * tokenAgeSeconds) * 1000)
    if (!(await hearLogout(scope, hash, expiresAt))) return false
    const meant = {
      issuer,
      ...(sub === undefined ? {} : { subject: sub }),
      ...(sid === undefined ? {} : { sid }),
    }
    for (const id of await sessionsOf(scope, meant)) await endSession(scope, id, 'provider')
    return true
  })
}

function refuseForNow(ctx: Context, seconds: number): void {
  ctx.status = 429
  ctx.set('retry-after', String(seconds))
  ctx.set('connection', 'close')
  ctx.body = { error: 'temporarily_unavailable' }
}

function refuse(ctx: Context): void {
  ctx.status = 400
  ctx.body = { error: 'invalid_request' }
}

async function tokenIn(ctx: Context): Promise<string | null> {
  if (!ctx.is('application/x-www-form-urlencoded')) return null
  const text = await textOf(ctx.req)
  return text === null ? null : new URLSearchParams(text).get('logout_token')
}

async function textOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > bodyMax) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
