/**
 * The rules of the house that no linter and no import graph can see: what stands at the top level,
 * how folders are named, how long a file gets, who reads the environment, where SQL stands, who
 * brings a sheet, and whether a package names the packages of the house that it uses.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const topLevel = new Set([
  'shell',
  'mfe-keys',
  'mfe-logs',
  'mfe-webhooks',
  'mfe-customers',
  'mfe-risk',
  'mfe-billing',
  'api',
  'storybook',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
])
const namelessFolders = new Set([
  'utils',
  'helpers',
  'components',
  'hooks',
  'types',
  'common',
  'lib',
])
const linesMax = 300
/** Beyond it nobody sees in a folder any more what belongs together. */
const filesMax = 40
/** One line of time, one file for each area, one journey beside the other: these are lists. */
const isList = /^(api\/migrations|api\/contract\/src|shell\/e2e)$/
const isCode = /\.(ts|tsx|js|mjs|cjs|css)$/
const isTest = /\.(test|stories|e2e)\.tsx?$/

/** A rule says of one file what is wrong with it, or nothing. */
type Rule = (path: string, text: string) => string | undefined

const rules: readonly Rule[] = [
  (path) => {
    const [top = ''] = path.split('/')
    return top.startsWith('.') || topLevel.has(top)
      ? undefined
      : `${top} stands at the top level, which is fixed; put it into the folder that owns its meaning`
  },
  (path) => {
    const nameless = dirname(path)
      .split('/')
      .find((folder) => namelessFolders.has(folder))
    return nameless && `a folder "${nameless}" says nothing; a file lives with what it serves`
  },
  (path, text) => {
    const lines = text.split('\n').length - 1
    return isCode.test(path) && !isTest.test(path) && lines > linesMax
      ? `has ${lines} lines; cut it along its seams below ${linesMax}`
      : undefined
  },
  (path, text) =>
    path.startsWith('api/src/') &&
    !/^api\/src\/(config\.ts$|testing\/)/.test(path) &&
    !isTest.test(path) &&
    /\bprocess\.env\b/.test(text)
      ? 'reads process.env; config.ts alone does, and hands on what is needed'
      : undefined,
  (path, text) =>
    path.startsWith('api/src/features/') &&
    !/\.(store|view)\.ts$/.test(path) &&
    !isTest.test(path) &&
    /\b(scope|kept|db)\.(db|read|raw|through)\b|\.whereRaw\(/.test(text)
      ? 'asks the database, or a door of it; a store or a view does'
      : undefined,
]

/** Every breach as `path: what is wrong`. Looks at the files that git knows or would add. */
export function houseBreaches(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root })
  const paths = listed
    .toString()
    .split('\n')
    .filter((path) => path && existsSync(join(root, path)))
  const importers = new Map<string, string>()
  const broken = paths.flatMap((path) => {
    const text = isCode.test(path) ? readFileSync(join(root, path), 'utf8') : ''
    const own = rules.map((rule) => rule(path, text)).filter((breach) => breach !== undefined)
    const all = [...own, ...undeclared(root, path, text), ...dressedTwice(importers, path, text)]
    return all.map((breach) => `${path}: ${breach}`)
  })
  return [...broken, ...crowded(paths)]
}

/** Folders in which too much stands side by side; what is told beside the code does not count. */
function crowded(paths: readonly string[]): string[] {
  const code = paths.filter((path) => isCode.test(path) && !isTest.test(path))
  const folders = Map.groupBy(code, (path) => dirname(path))
  return [...folders]
    .filter(([folder, files]) => files.length > filesMax && !isList.test(folder))
    .map(([folder, files]) => `${folder}: holds ${files.length} files; give each part its folder`)
}

/** Sheets that another file imports, too: of one that two bring, a build may hold nothing at all. */
function dressedTwice(importers: Map<string, string>, path: string, text: string): string[] {
  if (!/\.tsx?$/.test(path) || isTest.test(path)) return []
  return [...text.matchAll(/^import .*'(\.[^']+\.css)'/gm)].flatMap(([, sheet = '']) => {
    const place = join(dirname(path), sheet)
    const other = importers.get(place)
    importers.set(place, path)
    return other ? [`imports ${place}, as ${other} does; let one of them bring it to both`] : []
  })
}

/** Packages of the house that a file imports without its own package.json naming them. */
function undeclared(root: string, path: string, text: string): string[] {
  const used = new Set(
    [...text.matchAll(/^(?:import|export|\}).* from '(@sonaqor\/[a-z-]+)/gm)].map(
      (match) => match[1],
    ),
  )
  if (used.size === 0) return []
  const owner = ownerOf(root, path)
  return [...used]
    .filter((name) => name !== owner.name && !owner.knows.has(name ?? ''))
    .map((name) => `imports ${name}, which ${owner.name} does not declare`)
}

function ownerOf(root: string, path: string): { name: string; knows: Set<string> } {
  let folder = dirname(path)
  while (folder !== '.' && !existsSync(join(root, folder, 'package.json'))) folder = dirname(folder)
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    name: string
    dependencies?: object
    devDependencies?: object
    peerDependencies?: object
  }
  const { dependencies, devDependencies, peerDependencies } = manifest
  return {
    name: manifest.name,
    knows: new Set(Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies })),
  }
}
