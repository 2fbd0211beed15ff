import { readFile } from 'node:fs/promises'
import type { Middleware } from 'koa'
import { packFile, sendFile } from '../../../core/web-files/index.ts'

const folder = '/docs/audit/'
/** Where the stand-alone verifiers lie for good; the docs and the guide name these addresses. */
export const verifierPath = `${folder}verify-audit.mjs`
export const fileVerifierPath = `${folder}verify-file.mjs`

const paths: ReadonlySet<string> = new Set([verifierPath, fileVerifierPath])

/** Serves the verifiers as files to be kept, read and run by whoever trusts nobody. */
export function serveVerifier(): Middleware {
  const files = new Map<string, ReturnType<typeof load>>()
  return async (ctx, next) => {
    const isAsked = ctx.method === 'GET' || ctx.method === 'HEAD'
    if (!paths.has(ctx.path) || !isAsked) return next()
    const name = ctx.path.slice(folder.length)
    const file = files.get(name) ?? load(name)
    files.set(name, file)
    ctx.set('content-disposition', `attachment; filename="${name}"`)
    await sendFile(ctx, await file, 'revalidate')
  }
}

/** A type that browsers know: what ends in `.mjs` is a script as well. */
const load = async (name: string) =>
  packFile(name.replace('.mjs', '.js'), await readFile(new URL(name, import.meta.url)))
