/**
 * Writes what is made from the contract and committed: `routes.ts`, `staff-routes.ts`, `key-scopes.ts`,
 * `key-reach.ts`, `openapi.json`, and in `additions.json` what is new since it was last made.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { additionsSource, keptWith, namesIn, type Additions } from './additions.ts'
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
const document = openapi(contract)
await writeFile(at('../openapi.json'), `${JSON.stringify(document, null, 2)}\n`)
const kept = JSON.parse(await readFile(at('../additions.json'), 'utf8')) as Additions
const today = new Date().toISOString().slice(0, 10)
const additions = keptWith(kept, namesIn(document), today)
await writeFile(at('../additions.json'), additionsSource(additions))
