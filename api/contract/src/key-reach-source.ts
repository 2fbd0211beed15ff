import type { Contract, EndpointOptions } from './endpoint.ts'
import { isOpenToKeys } from './key-scopes-source.ts'
import { keyScopes } from './key-scopes.ts'

/**
 * The source of `key-reach.ts`: which operations each scope opens to an API key, so that a screen can
 * tell before a key is made what it will be able to call, without the schemas of them all.
 */
export function keyReachSource(contract: Contract): string {
  const open = Object.values(contract)
    .flatMap((area) => Object.values(area))
    .filter(({ options }) => isOpenToKeys(options))
  const lines = keyScopes.map((scope) => {
    const calls = open
      .filter(({ options }) => isOpenedBy(scope, options))
      .map(({ method, path }) => `    '${method} /v1${path}',\n`)
    return `  '${scope}': [\n${calls.join('')}  ],\n`
  })
  return [
    '/** Made from the contract by `node api/contract/src/generate.ts`; a test keeps it current. */\n',
    `export const keyReach = {\n${lines.join('')}} as const\n`,
  ].join('')
}

/** Also those in which it reveals more than they show without it. */
const isOpenedBy = (scope: string, { access, reveals }: EndpointOptions) =>
  access === scope || reveals === scope
