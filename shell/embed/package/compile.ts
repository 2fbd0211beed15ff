/** What the package is compiled from: the sources here, the public types, and what differs with the views. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile, copySources } from '../../../.run/package/compile.ts'
import { entries, manifest } from './package-json.ts'
import { publishedFiles, type PublishedView } from './published.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What a page may say and hear; with all that it is made of, it comes into the package as types. */
const publicTypes = 'sdk.ts'

/** Whoever has Vue has its types; here they are missing, and nothing of them is needed. */
const vueOfThePage = 'vue-of-the-page.d.ts'

/** Writes the package into a folder, which holds nothing else afterwards. */
export async function compileViews(views: readonly PublishedView[], folder: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as {
    version: string
  }
  const types = reachedFrom(publicTypes)
  await compile(folder, {
    gather: (sources) => gather(views, types, sources),
    files: [...entries.map((entry) => `${entry}.ts`), vueOfThePage],
    onlyTypes: types,
    options: '--jsx react-jsx --types react',
    manifest: manifest(version),
    readme: here('./README.md'),
  })
}

function gather(views: readonly PublishedView[], types: readonly string[], sources: string) {
  copySources(here('./src'), sources)
  for (const file of types) cpSync(here(`../src/${file}`), join(sources, file))
  for (const [file, text] of Object.entries(publishedFiles(views)))
    writeFileSync(join(sources, file), text)
  writeFileSync(join(sources, vueOfThePage), "declare module 'vue' {}\n")
}

/** A file and all that it names, by their paths from where it lies. */
function reachedFrom(first: string): readonly string[] {
  const files = new Set([first])
  for (const file of files) {
    const text = readFileSync(here(`../src/${file}`), 'utf8')
    for (const [, named = ''] of text.matchAll(/ from '(\.{1,2}\/[^']+)'/g))
      files.add(join(dirname(file), named))
  }
  return [...files]
}
