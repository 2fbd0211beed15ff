import type { Contract } from './endpoint.ts'

/** What Sonaqor's own people alone may ask; no page of a partner has a use for it. */
const isOfStaff = (area: string) => area === 'staff'

/** The source of `routes.ts`: method and path of every endpoint, all that a browser needs to know. */
export function routesSource(contract: Contract): string {
  const linesOf = (isMeant: (area: string) => boolean) =>
    Object.entries(contract)
      .filter(([area]) => isMeant(area))
      .map(([area, endpoints]) => {
        const lines = Object.entries(endpoints).map(
          ([verb, { method, path }]) => `    ${verb}: '${method} /v1${path}',\n`,
        )
        return `  ${area}: {\n${lines.join('')}  },\n`
      })
      .join('')
  return [
    '/** Made from the contract by `node api/contract/src/generate.ts`; a test keeps it current. */\n',
    `export const routes = {\n${linesOf((area) => !isOfStaff(area))}} as const\n`,
    "\n/** Those of Sonaqor's own people. */\n",
    `export const staffRoutes = {\n${linesOf(isOfStaff)}} as const\n`,
  ].join('')
}
