/** Answers for everything that is not the API: the shell, our own frame, the loader, the docs. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contract, openapi } from '@sonaqor/contract'
import type { Context, Middleware } from 'koa'
import { z } from 'zod'
import { anonymous } from '../../core/access/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import { Problem } from '../../core/problems/index.ts'
import { packFile, sendFile, type WebFile } from '../../core/web-files/index.ts'
import { frameAncestors } from '../embeds/index.ts'
import { builtFiles } from './built-files.ts'
import { serveDocs } from './docs/serve-docs.ts'
import { pagePolicy, type Policy } from './policy.ts'
import { framePage, shellPage } from './shell-page.ts'

/** What a build says of itself: what its script is called at the moment. */
const Built = z.object({ file: z.string() })
type Page = 'shell' | 'frame'

/** Each answers for the addresses that it matches; what none matches is the shell's. */
export function servePages(foundation: Foundation): readonly Middleware[] {
  const { buildDir } = foundation.config
  const shell = builtFiles(join(buildDir, 'shell'))
  const embed = builtFiles(join(buildDir, 'embed'))
  const description = packFile('openapi.json', Buffer.from(JSON.stringify(openapi(contract))))
  return [
    reading(/^\/v1\/openapi\.json$/, async (ctx) => send(ctx, await description, 'revalidate')),
    reading(/^\/assets\/(?<name>[^/]+)$/, async (ctx, { name = '' }) =>
      send(ctx, await shell.find(name), 'immutable'),
    ),
    reading(/^\/embed\/v1\.js$/, async (ctx) => send(ctx, await embed.find('v1.js'), 'short')),
    reading(/^\/embed\/host\/(?<name>[^/]+)$/, async (ctx, { name = '' }) =>
      send(ctx, await embed.find(name), 'immutable'),
    ),
    reading(/^\/embed\/frame\/(?<embedId>[^/]+)$/, (ctx, { embedId = '' }) =>
      sendFrame(ctx, foundation, embedId),
    ),
    serveDocs(contract),
    reading(/^\/(?![vV]1(\/|$)|live(\/|$)|modules\/|embed\/|assets\/|docs\/)[^.]*$/, (ctx) =>
      sendShell(ctx, foundation),
    ),
  ]
}

type Groups = Readonly<Record<string, string>>

/** A GET (or HEAD) of an address like this. */
function reading(
  address: RegExp,
  answer: (ctx: Context, groups: Groups) => void | Promise<void>,
): Middleware {
  return async (ctx, next) => {
    const match = ctx.method === 'GET' || ctx.method === 'HEAD' ? address.exec(ctx.path) : null
    if (!match) return next()
    // Said first, so that a refusal is never kept.
    ctx.set('cache-control', 'no-store')
    await answer(ctx, match.groups ?? {})
  }
}

/** A refusal is open to every page too, or a partner's browser would report it as one of CORS. */
async function send(ctx: Context, file: WebFile | undefined, keep: Parameters<typeof sendFile>[2]) {
  ctx.set('access-control-allow-origin', '*')
  if (!file) throw nothingThere()
  await sendFile(ctx, file, keep)
}

async function sendShell(ctx: Context, { config }: Foundation): Promise<void> {
  const src = await scriptOf('shell', config.buildDir)
  const policy = pagePolicy(config.publicUrl, [])
  ctx.set({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  })
  sendPage(ctx, policy, shellPage({ src, nonce: policy.nonce, isDemo: config.demo }))
}

async function sendFrame(ctx: Context, foundation: Foundation, embedId: string): Promise<void> {
  const { config } = foundation
  const origins = await ancestorsOf(foundation, embedId)
  if (!origins) throw nothingThere()
  const src = await scriptOf('frame', config.buildDir)
  const policy = pagePolicy(config.publicUrl, origins)
  ctx.set('cross-origin-resource-policy', 'cross-origin')
  sendPage(ctx, policy, framePage({ src, nonce: policy.nonce }, origins))
}

function sendPage(ctx: Context, { headers }: Policy, page: string): void {
  ctx.set({ ...headers })
  ctx.type = 'html'
  ctx.body = page
}

/** The registered origins of the app behind a public embed id. */
async function ancestorsOf({ scopes }: Foundation, embedId: string) {
  if (!z.uuid().safeParse(embedId).success) return null
  return scopes.run(anonymous, (scope) => frameAncestors(scope, embedId), { readOnly: true })
}

/** Read at each page, so that a new build is served without a restart. */
async function scriptOf(page: Page, buildDir: string): Promise<string> {
  try {
    const list = await readFile(join(buildDir, 'shell', `${page}.json`), 'utf8')
    return `/assets/${Built.parse(JSON.parse(list)).file}`
  } catch (cause) {
    throw new Problem('overloaded', {
      detail: 'The dashboard is being built.',
      retryAfterSeconds: 5,
      cause,
    })
  }
}

const nothingThere = () =>
  new Problem('not-found', { detail: 'Nothing is served at this address.' })
