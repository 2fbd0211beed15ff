/** What the pages load: the files of `public`, and React 18 as it comes for a script element. */
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface PublicFile {
  readonly path: string
  readonly type: string
}

const { resolve } = createRequire(import.meta.url)
const folder = fileURLToPath(new URL('public', import.meta.url))
const javascript = 'text/javascript; charset=utf-8'
const types: Readonly<Record<string, string>> = {
  '.js': javascript,
  '.css': 'text/css; charset=utf-8',
}

/** The packages name their modules alone, and the files for a script element lie beside them. */
const inPackage = (name: string, file: string) => ({
  path: join(dirname(resolve(`${name}/package.json`)), file),
  type: javascript,
})

/** By address. What is not listed here is not served, whatever an address says. */
const files: ReadonlyMap<string, PublicFile> = new Map([
  ['/react.js', inPackage('react-18', 'umd/react.production.min.js')],
  ['/react-dom.js', inPackage('react-dom-18', 'umd/react-dom.production.min.js')],
  ...readdirSync(folder).map((name): [string, PublicFile] => [
    `/${name}`,
    { path: join(folder, name), type: types[extname(name)] ?? 'text/plain' },
  ]),
])

export const fileAt = (path: string): PublicFile | undefined => files.get(path)

export async function sendFile(response: ServerResponse, { path, type }: PublicFile) {
  response.setHeader('content-type', type).setHeader('x-content-type-options', 'nosniff')
  response.end(await readFile(path))
}
