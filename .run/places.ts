/** Where things are. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
export const buildDir = join(root, '.build')

export const inRoot = (path: string): string => resolve(root, path)
