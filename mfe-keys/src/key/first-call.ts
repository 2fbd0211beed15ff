import type { Key } from '@sonaqor/contract/keys'

interface Call {
  readonly path: string
  readonly body?: (now: Date) => object
}

/** Where a shell keeps the key, so that it stands in no command. */
export const variable = 'SONAQOR_API_KEY'

/** A request that answers something for each scope, the most telling first. */
const calls: { readonly [Scope in Key['scopes'][number]]?: Call } = {
  'transactions:ingest': {
    path: '/v1/transactions',
    body: (now) => ({
      externalId: 'order-1',
      customer: 'customer-1',
      occurredAt: now.toISOString(),
      amount: '129.90',
      currency: 'EUR',
    }),
  },
  'customers:ingest': {
    path: '/v1/customers',
    body: () => ({ externalId: 'customer-1', name: 'Ada Example' }),
  },
  'apps:read': { path: '/v1/apps' },
  'projects:read': { path: '/v1/projects' },
  'keys:read': { path: '/v1/keys' },
  'logs:read': { path: '/v1/logs' },
}

/**
 * A request that a key with these scopes may make, as a command for a POSIX shell; the key itself is
 * in the environment, where it belongs. Nothing, where no request needs one of them alone.
 */
export function firstCallWith(
  scopes: Key['scopes'],
  origin: string,
  now: Date,
): string | undefined {
  const call = Object.entries(calls).find(([scope]) => scopes.some((held) => held === scope))?.[1]
  if (!call) return undefined
  return [
    `curl ${origin}${call.path}`,
    `--header "Authorization: Bearer $${variable}"`,
    ...(call.body
      ? ["--header 'Content-Type: application/json'", `--data '${JSON.stringify(call.body(now))}'`]
      : []),
  ].join(' \\\n  ')
}
