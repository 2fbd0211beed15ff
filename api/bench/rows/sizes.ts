/** What goes over the wire, compressed, of what was built. `npm start` builds it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { atMost, type Measure } from '../measure.ts'

const build = fileURLToPath(new URL('../../../.build', import.meta.url))
const unit = 'KB'

export async function sizes(): Promise<Measure[]> {
  if (!existsSync(join(build, 'embed/v1.js'))) {
    throw new Error('Nothing is built yet: `npm start` or `npm test` does that.')
  }
  const loader = compressed('embed/v1.js')
  const host = compressed(`embed/${entryOf('embed/host.json')}`)
  const shell = compressed(`shell/${entryOf('shell/shell.json')}`)
  const signedIn = compressed(`shell/${partOf('shell/shell.json', 'signed-in')}`)
  const modules = readdirSync(join(build, 'modules'))
  const keys = moduleFiles('keys')
  return [
    atMost(1.9, { name: 'embed loader', value: loader, unit }),
    ...modules.map((name) =>
      atMost(7.5, {
        name: `remote entry of ${name}`,
        value: compressed(`modules/${name}/remote.js`),
        unit,
      }),
    ),
    atMost(115, { name: 'shell before sign-in', value: shell, unit }),
    atMost(130, { name: 'first module on a bare page', value: loader + host + keys, unit }),
    atMost(150, { name: 'first module in the shell', value: shell + signedIn + keys, unit }),
  ]
}

/** Kilobytes as a server sends them. */
function compressed(path: string): number {
  return gzipSync(readFileSync(join(build, path)), { level: 9 }).length / 1000
}

interface FileList {
  readonly file: string
  readonly named: Readonly<Record<string, string>>
}

const filesOf = (path: string) => JSON.parse(readFileSync(join(build, path), 'utf8')) as FileList

const entryOf = (path: string): string => filesOf(path).file

function partOf(path: string, name: string): string {
  const part = filesOf(path).named[name]
  if (!part) throw new Error(`${path} names no part "${name}".`)
  return part
}

interface FederationManifest {
  readonly exposes: readonly {
    readonly assets: { readonly js: { readonly sync: string[]; readonly async: string[] } }
  }[]
}

/** Its entry, what all of its views share, and a view: each is one file, and the largest stands for all. */
function moduleFiles(name: string): number {
  const manifest = readFileSync(join(build, `modules/${name}/mf-manifest.json`), 'utf8')
  const { exposes } = JSON.parse(manifest) as FederationManifest
  const size = (file: string) => compressed(`modules/${name}/${file}`)
  const shared = exposes.flatMap(({ assets }) => assets.js.sync).map(size)
  const views = exposes.flatMap(({ assets }) => assets.js.async).map(size)
  return size('remote.js') + shared.reduce((sum, one) => sum + one, 0) + Math.max(0, ...views)
}
