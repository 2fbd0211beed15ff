import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Contract } from '@sonaqor/contract'
import type { Middleware } from 'koa'
import { Problem } from '../../../core/problems/index.ts'
import { packFile, sendFile, type WebFile } from '../../../core/web-files/index.ts'
import { readingPolicy } from '../policy.ts'
import { docsOf } from './docs.ts'

/** Serves the docs at `/docs`. They are made once, when the first reader comes. */
export function serveDocs(contract: Contract): Middleware {
  let made: Promise<ReadonlyMap<string, WebFile>> | undefined
  return async (ctx, next) => {
    if (ctx.path !== '/docs' && !ctx.path.startsWith('/docs/')) return next()
    made ??= makeDocs(contract)
    const pages = await made
    const page = pages.get(ctx.path.replace(/\/$/, ''))
    if (!page) throw new Problem('not-found', { detail: 'The docs have no such page.' })
    ctx.set(readingPolicy)
    await sendFile(ctx, page, ctx.path.endsWith('.css') ? 'immutable' : 'revalidate')
  }
}

async function makeDocs(contract: Contract): Promise<ReadonlyMap<string, WebFile>> {
  const parts = ['docs.css', 'reference.css'].map((name) =>
    readFile(new URL(name, import.meta.url)),
  )
  const sheet = Buffer.concat(await Promise.all(parts))
  const hash = createHash('sha256').update(sheet).digest('hex')
  const sheetPath = `/docs/docs.${hash.slice(0, 8)}.css`
  const pages = [...docsOf(contract, sheetPath)].map(
    ([path, page]) => [path, Buffer.from(page), 'page.html'] as const,
  )
  const files = [...pages, [sheetPath, sheet, 'docs.css'] as const].map(
    async ([path, content, name]) => [path, await packFile(name, content)] as const,
  )
  return new Map(await Promise.all(files))
}
