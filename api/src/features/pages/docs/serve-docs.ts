import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Contract } from '@sonaqor/contract'
import type { Context, Middleware } from 'koa'
import { Problem } from '../../../core/problems/index.ts'
import { packFile, sendFile, type WebFile } from '../../../core/web-files/index.ts'
import { scriptIfBuilt } from '../answers.ts'
import type { EmbedBuilt } from '../embed-built.ts'
import { clientFileIn } from '../packages.ts'
import { docsPolicy } from '../policy.ts'
import { docsOf } from './docs.ts'
import { embeddingGuide } from './embedding/index.ts'
import { guidesOf } from './guides.ts'
import type { Companions } from './layout.ts'

/** What the docs take from builds. */
interface Built {
  readonly embed: EmbedBuilt
  readonly script: string | undefined
  readonly clientFile: string
}

/** Made from the contract and from what was built; the same for as long as nothing is built anew. */
interface Made {
  readonly built: Built
  find(path: string): Promise<WebFile> | undefined
  readonly missing: () => string
}

interface Sources {
  readonly contract: Contract
  readonly url: string
  readonly buildDir: string
  readonly embedBuilt: () => Promise<EmbedBuilt>
}

/**
 * Serves the docs at `/docs`. They are made when the first reader comes, each page packed when it is
 * first read, and anew for another build: of the embed, whose package, views and tokens they list, of the
 * client, or of their own script.
 */
export function serveDocs(sources: Sources): Middleware {
  const policy = { ...docsPolicy(sources.url), ...ofNobodyElse }
  let made: Promise<Made> | undefined
  return async (ctx, next) => {
    if (ctx.path !== '/docs' && !ctx.path.startsWith('/docs/')) return next()
    const built = await builtFor(sources)
    const last = await made
    if (!last || !isSame(last.built, built)) made = makeDocs(sources, built)
    const now = await made
    const page = now?.find(ctx.path.replace(/\/$/, ''))
    if (!page) return sendMissing(ctx, policy, now?.missing)
    ctx.set(policy)
    await sendFile(ctx, await page, /\.(css|json)$/.test(ctx.path) ? 'immutable' : 'revalidate')
  }
}

/** A browser shows the docs around what is missing; a program is told as everywhere. */
function sendMissing(
  ctx: Context,
  policy: Readonly<Record<string, string>>,
  page: (() => string) | undefined,
): void {
  if (!page || ctx.accepts('json', 'html') !== 'html') {
    throw new Problem('not-found', { detail: 'The docs have no such page.' })
  }
  ctx.status = 404
  ctx.set({ ...policy, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  ctx.type = 'html'
  ctx.body = page()
}

async function builtFor({ buildDir, embedBuilt }: Sources): Promise<Built> {
  const [embed, script, clientFile] = await Promise.all([
    embedBuilt(),
    scriptIfBuilt('docs', buildDir),
    clientFileIn(buildDir),
  ])
  return { embed, script, clientFile }
}

const isSame = (one: Built, other: Built) =>
  one.embed === other.embed && one.script === other.script && one.clientFile === other.clientFile

/** A key of the reader's may be in the page: no other page holds a handle of it. */
const ofNobodyElse = { 'cross-origin-opener-policy': 'same-origin', 'x-frame-options': 'DENY' }

const sheets = ['docs', 'reference', 'search', 'samples', 'try'].map((name) => `${name}.css`)

async function makeDocs({ contract, url }: Sources, built: Built): Promise<Made> {
  const { embed, script, clientFile } = built
  const { pages, found, missing } = docsOf(contract, url, script !== undefined, {
    guides: guidesOf(url, clientFile),
    embedding: embeddingGuide(url, embed),
  })
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
    missing: () => missing(companions),
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
