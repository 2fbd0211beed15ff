import { criticalScopes, scopes, type Scope } from './access.ts'
import type { Contract, EndpointOptions } from './endpoint.ts'

/**
 * The source of `key-scopes.ts`: the scopes that are of use to an API key, which are those that some
 * operation open to keys asks for. What members alone may do is never given to a machine.
 */
export function keyScopesSource(contract: Contract): string {
  const used = new Set(Object.values(contract).flatMap(scopesForKeys))
  const critical = new Set<string>(criticalScopes)
  const given = scopes.filter((scope) => used.has(scope) && !critical.has(scope))
  const lines = given.map((scope) => `  '${scope}',\n`)
  return [
    '/** Made from the contract by `node api/contract/src/generate.ts`; a test keeps it current. */\n',
    `export const keyScopes = [\n${lines.join('')}] as const\n`,
  ].join('')
}

const scopesForKeys = (area: Contract[string]): string[] =>
  Object.values(area).flatMap(({ options }) => (isOpenToKeys(options) ? scopesIn(options) : []))

export const isOpenToKeys = ({ only }: Pick<EndpointOptions, 'only'>) => only !== 'member'

const scopesIn = ({ access, reveals }: EndpointOptions): (EndpointOptions['access'] | Scope)[] =>
  reveals ? [access, reveals] : [access]
