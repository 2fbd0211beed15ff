/** Serves the files of published releases at `/modules/<name>/<version>/<path>` to pages of any origin. */
import { buffer } from 'node:stream/consumers'
import type { Middleware } from 'koa'
import { anonymous } from '../../core/access/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import { Problem } from '../../core/problems/index.ts'
import { sendFile, type Encoding } from '../../core/web-files/index.ts'
import { findServed, type ServedFile } from './releases.store.ts'

const address = /^\/modules\/(?<module>[a-z][a-z0-9-]*)\/(?<version>[^/]+)\/(?<path>.+)$/

/**
 * A file is looked up by its name among those of the release, and never on a disk, so that no path
 * leads anywhere else. What is withdrawn is gone at the next request.
 */
export function serveModules({ scopes, files }: Foundation): Middleware {
  const readOnly = { readOnly: true }

  const find = (module: string, version: string, path: string) =>
    scopes.run(anonymous, (scope) => findServed(scope, module, version, path), readOnly)

  const open = ({ fileIds }: ServedFile, encoding: Encoding) =>
    scopes.run(
      anonymous,
      (scope) => buffer(files.read(scope, fileIds.get(encoding) ?? '')),
      readOnly,
    )

  return async (ctx, next) => {
    if (!ctx.path.startsWith('/modules/')) return next()
    const { module = '', version = '', path = '' } = address.exec(ctx.path)?.groups ?? {}
    const file = isReading(ctx.method) ? await find(module, version, path) : undefined
    // Said first, so that a refusal is never kept: what is missing may come back.
    ctx.set({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' })
    if (!file) throw new Problem('not-found', { detail: 'No published release has this file.' })
    await sendFile(
      ctx,
      {
        path,
        hash: file.integrity,
        has: [...file.fileIds.keys()],
        open: (encoding) => open(file, encoding),
      },
      'immutable',
    )
  }
}

const isReading = (method: string) => method === 'GET' || method === 'HEAD'
