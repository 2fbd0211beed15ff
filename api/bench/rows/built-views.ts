/** Which files of a built module a view is made of, read from the files themselves. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import { exportOf } from '@sonaqor/contract/view-name'

export interface BuiltView {
  readonly module: string
  readonly name: string
  /** It may be the first page that somebody opens. */
  readonly isPage: boolean
  /** A partner's page may show it. */
  readonly isElement: boolean
  /** The entry of the release, what all of its views share, and its own. */
  readonly files: readonly string[]
  readonly ground: Ground
}

/** The sheets below all others, which a module takes of its page, and brings where they are others there. */
interface Ground {
  readonly name: string
  readonly file: string
}

interface FederationManifest {
  readonly exposes: readonly { readonly assets: { readonly js: { readonly sync: string[] } } }[]
}

export function viewsOf(folder: string): BuiltView[] {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const manifest = JSON.parse(read('module.json')) as ModuleManifest
  const { exposes } = JSON.parse(read('mf-manifest.json')) as FederationManifest
  const shared = exposes.flatMap(({ assets }) => assets.js.sync)
  const parts = partsByNumber(folder)
  const numbers = numbersByExport(shared.map(read).join('\n'))
  const ground = groundIn(shared.map(read).join('\n'), parts)
  return manifest.views.map(({ name, kind, element }) => {
    const own = parts.get(numbers.get(exportOf(name)) ?? '')
    if (!own) throw new Error(`Nothing in ${folder} tells which file ${name} is.`)
    return {
      module: manifest.name,
      name,
      isPage: kind === 'page',
      isElement: element !== undefined,
      files: [manifest.entry, ...shared, own],
      ground,
    }
  })
}

/** Each part says its number first. */
function partsByNumber(folder: string): Map<string, string> {
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'))
  return new Map(
    scripts.flatMap((file) => {
      const [, number] = /\.push\(\[\[(\d+)\]/.exec(readFileSync(join(folder, file), 'utf8')) ?? []
      return number ? [[number, file] as const] : []
    }),
  )
}

/** Before its part is asked for, the page is asked for it by its name: `?.grounds?.["1a2b…"]`. */
function groundIn(code: string, parts: ReadonlyMap<string, string>): Ground {
  const [, number = ''] = /\.e\((\d+)\)\.then\([^;]{1,40}\)\)\.groundSheets/.exec(code) ?? []
  const [name = ''] = /\b(?=\d*[a-f])[0-9a-f]{12}\b/.exec(code) ?? []
  const file = parts.get(number)
  if (!file || !name) throw new Error('Nothing tells which sheets a module takes of its page.')
  return { name, file }
}

/** `list:()=>A` where the exports are named, and `A=view(()=>a.e(278)…` where that is made. */
function numbersByExport(code: string): Map<string, string> {
  const numberOf = new Map(
    [...code.matchAll(/([\w$]+)=[^,;=]{1,40}\(\(\)=>[\w$]+\.e\((\d+)\)/g)].map(
      ([, variable = '', number = '']) => [variable, number] as const,
    ),
  )
  const named = [...code.matchAll(/([\w$]+):\(\)=>([\w$]+)/g)]
  return new Map(
    named.flatMap(([, name = '', variable = '']) => {
      const number = numberOf.get(variable)
      return number ? [[name, number] as const] : []
    }),
  )
}

/** The text of all constructed sheets in a script: several stand together at its beginning. */
export const sheetsIn = (code: string): string => {
  const together = /\{let _sheets=\[((?:`(?:[^`\\]|\\.)*`,?)+)/.exec(code)?.[1] ?? ''
  const alone = [...code.matchAll(/\.replaceSync\((`(?:[^`\\]|\\.)*`)/g)].map(([, css]) => css)
  return [together, ...alone].join('').replaceAll('`', '')
}
