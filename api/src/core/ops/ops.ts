import type { Middleware } from 'koa'
import type { Check } from '../feature/index.ts'
import type { Metrics } from './metrics.ts'

export interface OpsParts {
  readonly metrics: Metrics
  readonly checks: readonly Check[]
  /** False from the moment that the process has been asked to stop. */
  readonly isServing: () => boolean
}

const checkMs = 2000

/** For whoever runs the process: is it alive, may it get requests, what does it count. */
export function createOps({ metrics, checks, isServing }: OpsParts): Middleware {
  return async (context, next) => {
    if (context.path === '/healthz') {
      context.body = { status: 'alive' }
    } else if (context.path === '/readyz') {
      const results = await Promise.all(checks.map(resultOf))
      const isReady = isServing() && results.every(({ fault }) => fault === null)
      context.status = isReady ? 200 : 503
      context.body = { status: isReady ? 'ready' : 'not ready', checks: results.map(shown) }
    } else if (context.path === '/metrics' && isFromHere(context.req)) {
      context.type = metrics.registry.contentType
      context.body = await metrics.registry.metrics()
    } else {
      await next()
      return
    }
    context.set('cache-control', 'no-store')
  }
}

interface Result {
  readonly name: string
  readonly fault: unknown
}

async function resultOf({ name, check }: Check): Promise<Result> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), checkMs).unref()
  })
  try {
    await Promise.race([check(), late])
    return { name, fault: null }
  } catch (fault) {
    return { name, fault }
  }
}

/** Why a check failed stays in the log; the address is open to everybody. */
const shown = ({ name, fault }: Result) => ({ name, status: fault === null ? 'passed' : 'failed' })

/** Figures are read on the machine itself, not through the proxy that the world comes by. */
function isFromHere(request: {
  socket: { remoteAddress?: string | undefined }
  headers: Readonly<Record<string, unknown>>
}): boolean {
  const address = request.socket.remoteAddress ?? ''
  return /^(::ffff:)?127\.|^::1$/.test(address) && request.headers['x-forwarded-for'] === undefined
}
