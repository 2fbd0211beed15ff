/**
 * What each component weighs for a page that has nothing else of ours: it is built alone, as a module
 * would build it, and compressed. React is the host's and is not counted. What a component loads
 * only when it is needed stands in a line of its own.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { fact, type Measure } from '../measure.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const ui = join(root, 'storybook/ui')
const built = join(root, '.build/components')

/** The builder of the modules and the way in which they use it. */
const ofModules = createRequire(join(root, 'shell/module/webpack.cjs'))

interface Chunk {
  readonly files: ReadonlySet<string>
  getAllAsyncChunks(): Iterable<Chunk>
}

interface Stats {
  readonly compilation: {
    readonly errors: readonly Error[]
    readonly namedChunks: ReadonlyMap<string, Chunk>
  }
}

type Webpack = (config: object, done: (failure: Error | null, stats: Stats) => void) => void

export async function components(): Promise<Measure[]> {
  const names = exportsOf(readFileSync(join(ui, 'src/index.ts'), 'utf8'))
  const { compilation } = await build(names)
  if (compilation.errors.length > 0) throw new AggregateError(compilation.errors)

  return names
    .flatMap((name) => {
      const chunk = compilation.namedChunks.get(name)
      if (!chunk) return []
      const later = weigh([...chunk.getAllAsyncChunks()])
      const alone = fact({ name, value: weigh([chunk]), unit: 'KB' })
      return later > 0
        ? [alone, fact({ name: `${name}, when needed`, value: later, unit: 'KB' })]
        : [alone]
    })
    .toSorted((one, other) => other.value - one.value)
}

/** Kilobytes as a server sends them. */
function weigh(chunks: readonly Chunk[]): number {
  return chunks
    .flatMap(({ files }) => [...files])
    .map((file) => gzipSync(readFileSync(join(built, file)), { level: 9 }).length / 1000)
    .reduce((sum, kilobytes) => sum + kilobytes, 0)
}

/** The names of what the package hands out, without its types. */
function exportsOf(index: string): readonly string[] {
  return [...index.matchAll(/export \{([^}]+)\}/g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(' as ').at(-1) ?? name)
}

function build(names: readonly string[]): Promise<Stats> {
  const webpack: Webpack = ofModules('webpack')
  const { common, sources } = ofModules('./webpack/common.cjs')
  const shared = common(ui)
  const entry = names.map((name) => [
    name,
    `data:text/javascript,export { ${name} } from '@sonaqor/ui'`,
  ])
  return promisify(webpack)({
    ...shared,
    entry: Object.fromEntries(entry),
    module: sources,
    externalsType: 'module',
    externals: [/^react(-dom)?(\/|$)/],
    experiments: { ...shared.experiments, outputModule: true },
    output: {
      path: built,
      clean: true,
      module: true,
      library: { type: 'module' },
    },
  })
}
