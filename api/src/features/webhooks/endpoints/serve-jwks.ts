/**
 * Public keys where libraries look for them. It is no operation of the API: whoever verifies holds no
 * credential of ours, and reads what is known to everybody.
 */
import type { Context, Middleware } from 'koa'
import { z } from 'zod'
import { anonymous } from '../../../core/access/index.ts'
import { addressOf } from '../../../core/addresses/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { createLimits, subjectOf, type Limits } from '../../../core/limits/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import { jwkOf } from '../signing/secrets.ts'
import { jwksRoot } from './jwks-path.ts'
import { publicKeysOf } from './public-keys.store.ts'

/** How long others may keep them: a key that is new is known after that. */
const keptSeconds = 300
/** In a minute, from one address. */
const roomFor = 300

export function serveJwks(foundation: Foundation): Middleware {
  const { database, clock, scopes } = foundation
  const limits = createLimits(database, clock)
  return async (context, next) => {
    if (context.path !== jwksRoot || !['GET', 'HEAD'].includes(context.method)) return next()
    context.set('access-control-allow-origin', '*')
    await requireRoom(foundation, limits, context)
    const endpoint = namedIn(context)
    const keys = await scopes.run(anonymous, (scope) => publicKeysOf(scope, endpoint))
    if (keys.length === 0) throw noKeys()
    context.set('cache-control', `public, max-age=${keptSeconds}`)
    context.body = JSON.stringify({ keys: keys.map(jwkOf) })
    context.type = 'application/jwk-set+json'
  }
}

function namedIn({ query }: Context): string {
  const { endpoint } = query
  const id = z.uuid().safeParse(endpoint).data
  if (id) return id
  throw new Problem('bad-request', {
    detail:
      'Name the endpoint: ?endpoint= and its id. Each endpoint has keys of its own, so that nobody can sign what looks like the event of somebody else.',
    errors: [{ detail: 'must be the id of an endpoint', pointer: '?endpoint' }],
  })
}

const noKeys = () =>
  new Problem('not-found', {
    detail: 'There is no endpoint with this id that signs with ed25519.',
  })

async function requireRoom(
  { config }: Foundation,
  limits: Limits,
  { req: { headers, socket } }: Context,
): Promise<void> {
  const ip = addressOf({ headers, remoteAddress: socket.remoteAddress }, config.trustedProxies)
  const subject = subjectOf({ route: '', limit: undefined, principal: anonymous, ip })
  const requests = Math.round(roomFor * config.limitFactor)
  const policy = { name: 'webhooks.jwks', requests, seconds: 60 }
  const { allowed, resetSeconds } = await limits.take(policy, subject)
  if (allowed) return
  throw new Problem('quota-exceeded', {
    detail: 'These keys are asked for too often. They may be kept for five minutes.',
    retryAfterSeconds: resetSeconds,
  })
}
