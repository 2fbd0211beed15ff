/**
 * Makes the current document the one that callers are promised: `node api/contract/src/accept.ts`.
 * From then on a test refuses what would break them. A change that breaks is accepted only by name,
 * with `--breaking`, once those whom it concerns have been told.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { breaksBetween, type OpenApiDocument } from './compatibility.ts'
import { contract } from './contract.ts'
import { openapi } from './openapi.ts'

const file = new URL('../openapi.accepted.json', import.meta.url)
const text = await readFile(file, 'utf8').catch(() => '{}')
const document = openapi(contract)
const breaks = breaksBetween(JSON.parse(text) as OpenApiDocument, document)

if (breaks.length > 0 && !process.argv.includes('--breaking')) {
  process.stderr.write(`This breaks callers:\n${breaks.map((one) => `  ${one}\n`).join('')}`)
  process.exitCode = 1
} else {
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`)
}
