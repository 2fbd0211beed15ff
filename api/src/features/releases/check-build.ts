/** Whether the files that were sent are exactly those that the manifest speaks of. */
import { createHash } from 'node:crypto'
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import { Problem, type FieldError } from '../../core/problems/index.ts'

export interface BuildFile {
  readonly path: string
  readonly integrity: string
  readonly content: Buffer
}

type Sent = Readonly<Record<string, string>>

/** The files of a build, decoded; refused with a pointer to everything that does not fit. */
export function checkBuild(manifest: ModuleManifest, sent: Sent): readonly BuildFile[] {
  const named = new Set(manifest.files.map(({ path }) => path))
  const strangers = Object.keys(sent).filter((path) => !named.has(path))
  const files = manifest.files.map((file) => decoded(file, sent))
  const errors = [
    ...manifestErrors(manifest, named),
    ...strangers.map((path) => fault(['files', path], 'is not named by the manifest')),
    ...files.flatMap(({ errors: own }, index) =>
      own.map((detail) => fault(['manifest', 'files', String(index)], detail)),
    ),
  ]
  if (errors.length > 0) {
    throw new Problem('invalid', { detail: 'The build is not what its manifest says.', errors })
  }
  return files
}

function manifestErrors(manifest: ModuleManifest, named: ReadonlySet<string>): FieldError[] {
  const views = manifest.views.map(({ name }) => name)
  return [
    ...(named.size === manifest.files.length
      ? []
      : [fault(['manifest', 'files'], 'must not name a path twice')]),
    ...(named.has(manifest.entry) ? [] : [fault(['manifest', 'entry'], 'is not among the files')]),
    ...views.flatMap((name, index) =>
      name.startsWith(`${manifest.name}.`) && views.indexOf(name) === index
        ? []
        : [
            fault(
              ['manifest', 'views', String(index)],
              'must be a view of this module, named once',
            ),
          ],
    ),
    ...manifest.nav.flatMap(({ view }, index) =>
      views.includes(view)
        ? []
        : [fault(['manifest', 'nav', String(index), 'view'], 'is not among the views')],
    ),
  ]
}

function decoded(
  { path, bytes, integrity }: ModuleManifest['files'][number],
  sent: Sent,
): BuildFile & { readonly errors: readonly string[] } {
  const text = Object.hasOwn(sent, path) ? sent[path] : undefined
  if (text === undefined) {
    return { path, integrity, content: Buffer.alloc(0), errors: ['was not sent'] }
  }
  const content = Buffer.from(text, 'base64')
  const hash = `sha384-${createHash('sha384').update(content).digest('base64')}`
  return {
    path,
    integrity,
    content,
    errors: [
      ...(content.length === bytes ? [] : [`has ${content.length} bytes instead of ${bytes}`]),
      ...(hash === integrity ? [] : [`has the hash ${hash} instead of ${integrity}`]),
    ],
  }
}

const fault = (path: readonly string[], detail: string): FieldError => ({
  pointer: ['#', ...path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/'),
  detail,
})
