/**
 * Where providers tell that somebody signed out. It is a form by the specification, from a machine of
 * theirs, and so no endpoint of the API; what it may end is what that provider has opened.
 */
import type { IncomingMessage } from 'node:http'
import type { Context, Middleware } from 'koa'
import { decodeJwt } from 'jose'
import { z } from 'zod'
import { systemPrincipal } from '../../core/access/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import type { OutboundFetch } from '../../core/outbound/index.ts'
import { endSession } from '../access/index.ts'
import {
  providerKeys,
  readLogoutToken,
  tokenAgeSeconds,
  type LogoutClaims,
} from './logout-token.ts'
import type { OurClient } from './provider.ts'
import { logoutPath } from './settings.service.ts'
import { clientOf, findConnection } from './settings.store.ts'
import { hearLogout, sessionsOf } from './sign-on.store.ts'

const bodyMax = 16 * 1024

export function hearProviders(foundation: Foundation, outbound: OutboundFetch): Middleware {
  const keys = providerKeys(outbound)
  return async (ctx, next) => {
    if (ctx.method !== 'POST' || !ctx.path.startsWith(logoutPath)) return next()
    ctx.set('cache-control', 'no-store')
    const tenant = z.uuid().safeParse(ctx.path.slice(logoutPath.length)).data
    const token = await tokenIn(ctx)
    if (tenant === undefined || token === null) return refuse(ctx)
    const client = await clientOfTenant(foundation, tenant)
    if (!client || !isFrom(client, token)) return refuse(ctx)
    const claims = await readLogoutToken(keys, client, token, foundation.clock.now())
    if (!claims || !(await endMeant(foundation, tenant, client, claims))) return refuse(ctx)
    ctx.status = 200
    ctx.body = ''
  }
}

/** Who it says that it is from is looked at first: nobody else's word makes us ask a provider. */
function isFrom({ issuer, clientId }: OurClient, token: string): boolean {
  try {
    const { iss, aud } = decodeJwt(token)
    return iss === issuer && [aud].flat().includes(clientId)
  } catch {
    return false
  }
}

function clientOfTenant({ scopes }: Foundation, tenant: string): Promise<OurClient | null> {
  return scopes.run(systemPrincipal('sso', tenant), async (scope) => {
    const row = await findConnection(scope)
    return row ? clientOf(scope, row) : null
  })
}

/** Each word is heard once; sockets close with the sessions, on every node. */
function endMeant(
  { scopes }: Foundation,
  tenant: string,
  { issuer }: OurClient,
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
