import { apiVersions } from './api-versions.ts'
import type { Contract } from './endpoint.ts'

/** What Sonaqor's own people alone may ask; no page of a partner has a use for it. */
const isOfStaff = (area: string) => area === 'staff'

/** The source of `routes.ts`: the version, and method and path of every endpoint, all that a browser needs to know. */
export const routesSource = (contract: Contract): string =>
  [
    sourceOf('routes', contract, (area) => !isOfStaff(area)),
    '\n/** The version of the API that these are of. */\n',
    `export const madeFor = '${apiVersions.at(-1)?.date}'\n`,
  ].join('')

/** The source of `staff-routes.ts`: a file of its own, so that nobody else's page has it. */
export const staffRoutesSource = (contract: Contract): string =>
  sourceOf('staffRoutes', contract, isOfStaff)

function sourceOf(name: string, contract: Contract, isMeant: (area: string) => boolean): string {
  const areas = Object.entries(contract)
    .filter(([area]) => isMeant(area))
    .map(([area, endpoints]) => {
      const lines = Object.entries(endpoints).map(
        ([verb, { method, path }]) => `    ${verb}: '${method} /v1${path}',\n`,
      )
      return `  ${area}: {\n${lines.join('')}  },\n`
    })
  return [
    '/** Made from the contract by `node api/contract/src/generate.ts`; a test keeps it current. */\n',
    `export const ${name} = {\n${areas.join('')}} as const\n`,
  ].join('')
}
