/** What goes over the wire, compressed, of what was built. `npm start` builds it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { minifySync } from '@swc/core'
import { atMost, type Measure } from '../measure.ts'
import { sheetsIn, viewsOf, type BuiltView } from './built-views.ts'

const build = fileURLToPath(new URL('../../../.build', import.meta.url))
const unit = 'KB'

export async function sizes(): Promise<Measure[]> {
  if (!existsSync(join(build, 'embed/v1.js'))) {
    throw new Error('Nothing is built yet: `npm start` or `npm test` does that.')
  }
  const loader = compressed('embed/v1.js')
  const host = compressed(hostScript())
  const shell = compressed(shellScript())
  const signIn = compressed(`shell/${partOf('shell/shell.json', 'sign-in')}`)
  const signedInPart = `shell/${partOf('shell/shell.json', 'signed-in')}`
  const signedIn = compressed(signedInPart)
  const modules = readdirSync(join(build, 'modules'))
  const views = modules.flatMap((module) => viewsOf(join(build, 'modules', module)))
  return [
    atMost(1.9, { name: 'embed loader', value: loader, unit }),
    ...packaged('embed', 'react.js', {
      name: 'React wrapper, all components',
      atMost: 2.5,
      reference: 2.661,
    }),
    ...packaged('client', 'index.js', { name: 'client of the Partner API', atMost: 6 }),
    ...packaged('client', 'webhooks.js', { name: 'receiving webhooks alone', atMost: 2 }),
    ...modules.map((name) =>
      atMost(7.5, {
        name: `remote entry of ${name}`,
        value: compressed(`modules/${name}/remote.js`),
        unit,
      }),
    ),
    atMost(115, { name: 'shell before sign-in', value: shell + signIn, unit }),
    ...views
      .filter(({ isElement }) => isElement)
      .map((view) =>
        atMost(130, {
          name: `first module on a bare page: ${view.name}`,
          value: loader + host + sizeOf(view) + groundOf(view, hostScript()),
          unit,
        }),
      ),
    ...views
      .filter(({ isPage }) => isPage)
      .map((view) =>
        atMost(150, {
          name: `first module in the shell: ${view.name}`,
          value: shell + signedIn + sizeOf(view) + groundOf(view, shellScript(), signedInPart),
          unit,
        }),
      ),
    ...modules.flatMap((name) => ofModule(name, views)),
  ]
}

/** What a view needs that stands in a page as its first: its module's entry, what its views share, itself. */
const sizeOf = ({ module, files }: BuiltView): number =>
  files.reduce((sum, file) => sum + compressed(`modules/${module}/${file}`), 0)

/** The sheets below all others, where a host was built with other ones than the module. */
const groundOf = ({ module, ground }: BuiltView, ...host: readonly string[]): number =>
  host.some((script) => read(script).includes(ground.name))
    ? 0
    : compressed(`modules/${module}/${ground.file}`)

/** What it costs beside its own code where another module stands already, and its styles. */
function ofModule(name: string, views: readonly BuiltView[]): Measure[] {
  const own = views.filter(({ module }) => module === name)
  const shared = own[0]?.files.slice(0, -1) ?? []
  const ground = own[0] ? groundOf(own[0], hostScript()) : 0
  const beside = shared.reduce((sum, file) => sum + compressed(`modules/${name}/${file}`), ground)
  // Whoever brings the sheets below all others, a view is dressed with them too.
  const styles = own.map((view) =>
    kilobytesOf(
      [...view.files, view.ground.file]
        .map((file) => sheetsIn(read(`modules/${name}/${file}`).toString('utf8')))
        .join(''),
    ),
  )
  return [
    atMost(7.5, { name: `further module beside its own code: ${name}`, value: beside, unit }),
    atMost(10, { name: `styles of a view of ${name}, at most`, value: Math.max(...styles), unit }),
  ]
}

interface Packaged {
  readonly name: string
  readonly atMost: number
  readonly reference?: number
}

/** A file of a package that partners install and all that it needs, as their own build would send it. */
function packaged(of: string, file: string, { atMost: bound, ...about }: Packaged): Measure[] {
  const folder = join(build, of, 'package/esm')
  if (!existsSync(folder)) return []
  const modules = [...importsOf(folder, file)].map((one) =>
    minifySync(readFileSync(join(folder, one), 'utf8'), { module: true, mangle: true }),
  )
  const value = kilobytesOf(modules.map(({ code }) => code).join('\n'))
  return [atMost(bound, { ...about, value, unit })]
}

/** A file and all that it imports of its own package. */
function importsOf(folder: string, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const code = readFileSync(join(folder, file), 'utf8')
  for (const [, other = ''] of code.matchAll(/from '\.\/([\w.-]+)'/g))
    importsOf(folder, other, seen)
  return seen
}

const read = (path: string): Buffer => readFileSync(join(build, path))

/** Kilobytes as a server sends them. */
const compressed = (path: string): number => kilobytesOf(read(path))

const kilobytesOf = (content: Buffer | string): number =>
  gzipSync(content, { level: 9 }).length / 1000

interface FileList {
  readonly file: string
  readonly named: Readonly<Record<string, string>>
}

const filesOf = (path: string) => JSON.parse(readFileSync(join(build, path), 'utf8')) as FileList

const hostScript = () => `embed/${filesOf('embed/host.json').file}`
const shellScript = () => `shell/${filesOf('shell/shell.json').file}`

function partOf(path: string, name: string): string {
  const part = filesOf(path).named[name]
  if (!part) throw new Error(`${path} names no part "${name}".`)
  return part
}
