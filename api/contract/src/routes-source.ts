import type { Contract } from './endpoint.ts'

/** The source of `routes.ts`: method and path of every endpoint, all that a browser needs to know. */
export function routesSource(contract: Contract): string {
  const areas = Object.entries(contract).map(([area, endpoints]) => {
    const lines = Object.entries(endpoints).map(
      ([verb, { method, path }]) => `    ${verb}: '${method} /v1${path}',\n`,
    )
    return `  ${area}: {\n${lines.join('')}  },\n`
  })
  return [
    '/** Made from the contract by `node api/contract/src/generate.ts`; a test keeps it current. */\n',
    `export const routes = {\n${areas.join('')}} as const\n`,
  ].join('')
}
