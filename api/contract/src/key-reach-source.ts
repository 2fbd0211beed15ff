import type { Contract, EndpointOptions } from './endpoint.ts'
import { isOpenToKeys } from './key-scopes-source.ts'
import { keyScopes } from './key-scopes.ts'

/**
 * The source of `key-reach.ts`: which operations each scope opens to an API key, and in which of them it
 * reveals more than they show without it. So a screen can tell before a key is made what it will be able
 * to call, without the schemas of them all.
 */
export function keyReachSource(contract: Contract): string {
  const open = Object.values(contract)
    .flatMap((area) => Object.values(area))
    .filter(({ options }) => isOpenToKeys(options))
  const table = (name: string, scopeOf: (options: EndpointOptions) => string | undefined) => {
    const lines = keyScopes.map((scope) => {
      const calls = open
        .filter(({ options }) => scopeOf(options) === scope)
        .map(({ method, path }) => `'${method} /v1${path}'`)
      return calls.length > 0 ? lineOf(scope, calls) : ''
    })
    return `export const ${name}: Reach = {\n${lines.join('')}}\n`
  }
  return [
    '/** Made from the contract by `node api/contract/src/generate.ts`; a test keeps it current. */\n',
    "import type { KeyScope } from './access.ts'\n\n",
    'type Reach = { readonly [Scope in KeyScope]?: readonly string[] }\n\n',
    table('keyReach', ({ access }) => access),
    '\n',
    table('keyReveals', ({ reveals }) => reveals),
  ].join('')
}

const widest = 100

/** As the formatter would write it, for nobody formats what is made. */
function lineOf(scope: string, calls: readonly string[]): string {
  const line = `  '${scope}': [${calls.join(', ')}],\n`
  if (line.length <= widest + 1) return line
  return `  '${scope}': [\n${calls.map((call) => `    ${call},\n`).join('')}  ],\n`
}
