import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Contract } from '@sonaqor/contract'
import type { Middleware } from 'koa'
import { Problem } from '../../../core/problems/index.ts'
import { packFile, sendFile, type WebFile } from '../../../core/web-files/index.ts'
import { readingPolicy } from '../policy.ts'
import type { EmbedBuilt } from '../embed-built.ts'
import { docsOf } from './docs.ts'
import { embeddingGuide } from './embedding/index.ts'

type Pages = Promise<ReadonlyMap<string, WebFile>>

/**
 * Serves the docs at `/docs`. They are made when the first reader comes, and anew for another build
 * of the embed, whose package, views and tokens they list.
 */
export function serveDocs(
  contract: Contract,
  url: string,
  embedBuilt: () => Promise<EmbedBuilt>,
): Middleware {
  let made: { readonly built: EmbedBuilt; readonly pages: Pages } | undefined
  return async (ctx, next) => {
    if (ctx.path !== '/docs' && !ctx.path.startsWith('/docs/')) return next()
    const built = await embedBuilt()
    if (made?.built !== built) made = { built, pages: makeDocs(contract, url, built) }
    const pages = await made.pages
    const page = pages.get(ctx.path.replace(/\/$/, ''))
    if (!page) throw new Problem('not-found', { detail: 'The docs have no such page.' })
    ctx.set(readingPolicy)
    await sendFile(ctx, page, ctx.path.endsWith('.css') ? 'immutable' : 'revalidate')
  }
}

async function makeDocs(contract: Contract, url: string, built: EmbedBuilt): Pages {
  const parts = ['docs.css', 'reference.css'].map((name) =>
    readFile(new URL(name, import.meta.url)),
  )
  const sheet = Buffer.concat(await Promise.all(parts))
  const hash = createHash('sha256').update(sheet).digest('hex')
  const sheetPath = `/docs/docs.${hash.slice(0, 8)}.css`
  const pages = [...docsOf(contract, sheetPath, embeddingGuide(url, built))].map(
    ([path, page]) => [path, Buffer.from(page), 'page.html'] as const,
  )
  const files = [...pages, [sheetPath, sheet, 'docs.css'] as const].map(
    async ([path, content, name]) => [path, await packFile(name, content)] as const,
  )
  return new Map(await Promise.all(files))
}
