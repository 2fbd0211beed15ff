import { readFile } from 'node:fs/promises'
import type { Middleware } from 'koa'
import { packFile, sendFile } from '../../../core/web-files/index.ts'

/** Where the stand-alone verifier lies for good; the docs and the guide name this address. */
export const verifierPath = '/docs/audit/verify-audit.mjs'

/** Serves the verifier as a file to be kept, read and run by whoever trusts nobody. */
export function serveVerifier(): Middleware {
  let file: ReturnType<typeof load> | undefined
  return async (ctx, next) => {
    const isAsked = ctx.method === 'GET' || ctx.method === 'HEAD'
    if (ctx.path !== verifierPath || !isAsked) return next()
    file ??= load()
    ctx.set('content-disposition', 'attachment; filename="verify-audit.mjs"')
    await sendFile(ctx, await file, 'revalidate')
  }
}

const load = async () =>
  packFile('verify-audit.js', await readFile(new URL('verify-audit.mjs', import.meta.url)))
