import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Contract } from '@sonaqor/contract'
import type { Middleware } from 'koa'
import { Problem } from '../../../core/problems/index.ts'
import { packFile, sendFile, type WebFile } from '../../../core/web-files/index.ts'
import { scriptIfBuilt } from '../answers.ts'
import type { EmbedBuilt } from '../embed-built.ts'
import { docsPolicy } from '../policy.ts'
import { docsOf } from './docs.ts'
import { embeddingGuide } from './embedding/index.ts'
import type { Companions } from './layout.ts'

/** Made from the contract and from what was built; the same for as long as nothing is built anew. */
interface Made {
  readonly built: EmbedBuilt
  readonly script: string | undefined
  find(path: string): Promise<WebFile> | undefined
}

interface Sources {
  readonly contract: Contract
  readonly url: string
  readonly buildDir: string
  readonly embedBuilt: () => Promise<EmbedBuilt>
}

/**
 * Serves the docs at `/docs`. They are made when the first reader comes, each page packed when it is
 * first read, and anew for another build: of the embed, whose package, views and tokens they list, or of
 * their own script.
 */
export function serveDocs(sources: Sources): Middleware {
  const policy = { ...docsPolicy(sources.url), ...ofNobodyElse }
  let made: Promise<Made> | undefined
  return async (ctx, next) => {
    if (ctx.path !== '/docs' && !ctx.path.startsWith('/docs/')) return next()
    const [built, script] = await Promise.all([
      sources.embedBuilt(),
      scriptIfBuilt('docs', sources.buildDir),
    ])
    const last = await made
    if (last?.built !== built || last.script !== script) made = makeDocs(sources, built, script)
    const page = (await made)?.find(ctx.path.replace(/\/$/, ''))
    if (!page) throw new Problem('not-found', { detail: 'The docs have no such page.' })
    ctx.set(policy)
    await sendFile(ctx, await page, /\.(css|json)$/.test(ctx.path) ? 'immutable' : 'revalidate')
  }
}

/** A key of the reader's may be in the page: no other page holds a handle of it. */
const ofNobodyElse = { 'cross-origin-opener-policy': 'same-origin', 'x-frame-options': 'DENY' }

const sheets = ['docs', 'reference', 'search', 'samples', 'try'].map((name) => `${name}.css`)

async function makeDocs(
  { contract, url }: Sources,
  built: EmbedBuilt,
  script: string | undefined,
): Promise<Made> {
  const { pages, found } = docsOf(contract, url, script !== undefined, embeddingGuide(url, built))
  const sheet = await Promise.all(
    sheets.map((name) => readFile(new URL(name, import.meta.url), 'utf8')),
  )
  const files = {
    sheet: named('docs', 'css', sheet.join('\n')),
    index: named('search', 'json', JSON.stringify(found)),
  }
  const companions: Companions = { sheet: files.sheet.path, index: files.index.path, script }
  const known = new Map([files.sheet, files.index].map(({ path, content }) => [path, content]))
  const packed = new Map<string, Promise<WebFile>>()
  const contentOf = (path: string) => known.get(path) ?? pages.get(path)?.(companions)
  return {
    built,
    script,
    find(path) {
      const kept = packed.get(path)
      if (kept) return kept
      const content = contentOf(path)
      if (content === undefined) return undefined
      const name = /\.(css|json)$/.test(path) ? path : 'page.html'
      const file = packFile(name, Buffer.from(content))
      packed.set(path, file)
      return file
    },
  }
}

/** A file at an address that names its content. */
function named(name: string, ending: string, content: string) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  return { path: `/docs/${name}.${hash}.${ending}`, content }
}
