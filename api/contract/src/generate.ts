/**
 * Writes what is made from the contract and committed: `routes.ts`, `staff-routes.ts`, `key-scopes.ts`,
 * `key-reach.ts` and `openapi.json`.
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { contract } from './contract.ts'
import { keyReachSource } from './key-reach-source.ts'
import { keyScopesSource } from './key-scopes-source.ts'
import { openapi } from './openapi.ts'
import { routesSource, staffRoutesSource } from './routes-source.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

await writeFile(at('routes.ts'), routesSource(contract))
await writeFile(at('staff-routes.ts'), staffRoutesSource(contract))
await writeFile(at('key-scopes.ts'), keyScopesSource(contract))
await writeFile(at('key-reach.ts'), keyReachSource(contract))
await writeFile(at('../openapi.json'), `${JSON.stringify(openapi(contract), null, 2)}\n`)
