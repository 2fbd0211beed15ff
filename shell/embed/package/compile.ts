/** From sources to what stands in the package: modules of both kinds, with types that need nothing else. */
import { execFile } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { entries, manifestOf, type Kind } from './package-json.ts'
import { publishedFiles, type PublishedView } from './published.ts'

const run = promisify(execFile)
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const tsc = here('../../../node_modules/typescript-7/bin/tsc')

/** What a page may say and hear; with all that it is made of, it comes into the package as types. */
const publicTypes = 'sdk.ts'

/** Writes the package into a folder, which holds nothing else afterwards. */
export async function compile(views: readonly PublishedView[], folder: string): Promise<void> {
  // In the work tree, so that the compiler finds the types of React.
  mkdirSync(here('../../../.build'), { recursive: true })
  const sources = mkdtempSync(here('../../../.build/package-sources-'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const types = gather(views, sources)
  const kinds: readonly Kind[] = ['esm', 'cjs']
  try {
    await Promise.all(kinds.map((kind) => emit(sources, join(folder, kind), kind)))
  } finally {
    rmSync(sources, { recursive: true })
  }
  for (const kind of kinds) tidy(join(folder, kind), types)
  const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as {
    version: string
  }
  writeJson(join(folder, 'package.json'), manifestOf(version))
  cpSync(here('./README.md'), join(folder, 'README.md'))
}

/** All sources in one folder: those of here, the public types, and what differs with the views. */
function gather(views: readonly PublishedView[], sources: string): readonly string[] {
  const isTest = /\.test\.tsx?$/
  cpSync(here('./src'), sources, { recursive: true, filter: (path) => !isTest.test(path) })
  const types = reachedFrom(publicTypes)
  for (const file of types) cpSync(here(`../src/${file}`), join(sources, file))
  for (const [file, text] of Object.entries(publishedFiles(views)))
    writeFileSync(join(sources, file), text)
  // Whoever has Vue has its types; here they are missing, and nothing of them is needed.
  writeFileSync(join(sources, 'vue-of-the-page.d.ts'), "declare module 'vue' {}\n")
  return types
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

async function emit(sources: string, into: string, kind: Kind) {
  const files = [...entries.map((entry) => `${entry}.ts`), 'vue-of-the-page.d.ts']
  const args = [tsc, ...compilerOptions(kind), '--rootDir', '.', '--outDir', into, ...files]
  try {
    await run(process.execPath, args, { cwd: sources })
  } catch (error) {
    // The compiler says on its output what is wrong.
    const { stdout } = error as { readonly stdout?: string }
    throw new Error(`the package does not compile:\n${stdout}`, { cause: error })
  }
  writeJson(join(into, 'package.json'), { type: kind === 'esm' ? 'module' : 'commonjs' })
}

/** The types name each other by what they are in the package, and what is only types is nothing else. */
function tidy(into: string, types: readonly string[]) {
  for (const file of types) rmSync(join(into, file.replace(/\.ts$/, '.js')))
  for (const file of readdirSync(into, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue
    const text = readFileSync(join(into, file), 'utf8')
    const named = text.replaceAll(/(['"]\.{1,2}\/[\w/-]+)\.tsx?(['"])/g, '$1.js$2')
    writeFileSync(join(into, file), named)
  }
}

const compilerOptions = (kind: Kind) =>
  `--ignoreConfig --declaration --rewriteRelativeImportExtensions
  --module ${kind === 'esm' ? 'esnext' : 'commonjs'} --moduleResolution bundler
  --target es2022 --lib es2023,dom,dom.iterable --jsx react-jsx --types react
  --strict --exactOptionalPropertyTypes --skipLibCheck`.split(/\s+/)

const writeJson = (path: string, value: object) =>
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
