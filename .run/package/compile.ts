/** From sources to what stands in a package: modules of both kinds, with types that need nothing else. */
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
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildDir, inRoot } from '../places.ts'
import type { Kind } from './package-json.ts'

const run = promisify(execFile)

export interface Compiled {
  /** Writes all sources into a folder. */
  gather(folder: string): void
  /** What the compiler begins with, by name in that folder. */
  readonly files: readonly string[]
  /** What is run on Node from a command line, and imported by nobody. */
  readonly programs?: readonly string[]
  /** Of the gathered files those that are types alone, and nothing when they run. */
  readonly onlyTypes?: readonly string[]
  /** Options of the compiler beside those of every package. */
  readonly options?: string
  readonly manifest: object
  readonly readme: string
}

const kinds: readonly Kind[] = ['esm', 'cjs']
const onNode = { options: '--types node --declaration false' }

/** Writes the package into a folder, which holds nothing else afterwards. */
export async function compile(folder: string, compiled: Compiled): Promise<void> {
  // In the work tree, so that the compiler finds the types of others.
  mkdirSync(buildDir, { recursive: true })
  const sources = mkdtempSync(join(buildDir, 'package-sources-'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    compiled.gather(sources)
    await Promise.all(kinds.map((kind) => emit(sources, join(folder, kind), kind, compiled)))
    const { programs } = compiled
    // What they import of the package comes out once more, as it stands there.
    if (programs)
      await emit(sources, join(folder, 'esm'), 'esm', { ...compiled, ...onNode, files: programs })
  } finally {
    rmSync(sources, { recursive: true })
  }
  for (const kind of kinds) tidy(join(folder, kind), compiled.onlyTypes ?? [])
  writeJson(join(folder, 'package.json'), compiled.manifest)
  cpSync(compiled.readme, join(folder, 'README.md'))
}

/** Copies the sources of a folder, without what tests them. */
export function copySources(from: string, folder: string): void {
  const isTest = /\.test\.tsx?$/
  cpSync(from, folder, { recursive: true, filter: (path) => !isTest.test(path) })
}

async function emit(sources: string, into: string, kind: Kind, { files, options = '' }: Compiled) {
  const tsc = inRoot('node_modules/typescript-7/bin/tsc')
  const said = `${commonOptions(kind)} ${options}`.trim().split(/\s+/)
  const args = [tsc, ...said, '--rootDir', '.', '--outDir', into, ...files]
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
function tidy(into: string, onlyTypes: readonly string[]) {
  for (const file of onlyTypes) rmSync(join(into, file.replace(/\.ts$/, '.js')))
  for (const file of readdirSync(into, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue
    const text = readFileSync(join(into, file), 'utf8')
    const named = text.replaceAll(/(['"]\.{1,2}\/[\w/-]+)\.tsx?(['"])/g, '$1.js$2')
    writeFileSync(join(into, file), named)
  }
}

const commonOptions = (kind: Kind) =>
  `--ignoreConfig --declaration --rewriteRelativeImportExtensions
  --module ${kind === 'esm' ? 'esnext' : 'commonjs'} --moduleResolution bundler
  --target es2022 --lib es2023,dom,dom.iterable
  --strict --exactOptionalPropertyTypes --skipLibCheck`

const writeJson = (path: string, value: object) =>
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
