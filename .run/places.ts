/** Where things are. */
import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
export const buildDir = join(root, '.build')

export const inRoot = (path: string): string => resolve(root, path)

/** As somebody who stands in the root would say it: short below it, whole elsewhere. */
export const saidFromRoot = (path: string): string => {
  const below = relative(root, path)
  return below === '' || below.startsWith('..') ? path : below
}

/** The modules' folders. A module is found, not listed: a new one needs no line anywhere in here. */
export const moduleFolders = (folder: string = root): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('mfe-') && existsSync(join(folder, name, 'module.json')))
    .toSorted()

/** The folders whose code the boundaries are drawn through. */
export const rooms = (folder: string = root): readonly string[] => [
  'api',
  'shell',
  'storybook',
  ...moduleFolders(folder),
]
