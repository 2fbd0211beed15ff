/** Answers for everything that is not the API: the shell, our own frame, the loader, the docs. */
import { join } from 'node:path'
import { contract, openapi } from '@sonaqor/contract'
import type { Context, Middleware } from 'koa'
import { z } from 'zod'
import { anonymous } from '../../core/access/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import { packFile, type WebFile } from '../../core/web-files/index.ts'
import { frameAncestors } from '../embeds/index.ts'
import { nothingThere, reading, scriptOf, send, sendPage } from './answers.ts'
import { builtFiles } from './built-files.ts'
import { serveDocs } from './docs/serve-docs.ts'
import { embedBuiltIn } from './embed-built.ts'
import { embedPolicy } from './embed-policy.ts'
import { servePackages } from './packages.ts'
import { pagePolicy } from './policy.ts'
import { framePage, lookPage, shellPage } from './shell-page.ts'

/**
 * Each answers for the addresses that it matches; what none matches is the shell's. The description
 * of the API is written and packed when the first reader comes: it takes longer than all else here.
 */
export function servePages(foundation: Foundation): readonly Middleware[] {
  const { buildDir } = foundation.config
  const shell = builtFiles(join(buildDir, 'shell'))
  const embed = builtFiles(join(buildDir, 'embed'))
  let described: Promise<WebFile> | undefined
  return [
    reading(/^\/v1\/openapi\.json$/, async (ctx) => {
      described ??= packFile('openapi.json', Buffer.from(JSON.stringify(openapi(contract))))
      await send(ctx, await described, 'revalidate')
    }),
    reading(/^\/assets\/(?<name>[^/]+)$/, async (ctx, { name = '' }) =>
      send(ctx, await shell.find(name), 'immutable'),
    ),
    reading(/^\/embed\/v1\.js$/, async (ctx) => send(ctx, await embed.find('v1.js'), 'short')),
    ...servePackages(buildDir),
    // What a partner's policy has to let pass, for whoever writes it by a program.
    reading(/^\/embed\/policy\.json$/, async (ctx) => {
      const policy = JSON.stringify(embedPolicy(foundation.config.publicUrl), undefined, 2)
      await send(ctx, await packFile('policy.json', Buffer.from(policy)), 'short')
    }),
    reading(/^\/embed\/host\/(?<name>[^/]+)$/, async (ctx, { name = '' }) =>
      send(ctx, await embed.find(name), 'immutable'),
    ),
    reading(/^\/embed\/frame\/(?<embedId>[^/]+)$/, (ctx, { embedId = '' }) =>
      sendFrame(ctx, foundation, embedId),
    ),
    serveDocs({
      contract,
      url: foundation.config.publicUrl,
      buildDir,
      embedBuilt: embedBuiltIn(buildDir),
    }),
    reading(/^\/look$/, (ctx) => sendLook(ctx, foundation)),
    reading(
      /^\/(?!\/|[vV]1(\/|$)|live(\/|$)|staff(\/|$)|modules\/|embed\/|assets\/|docs\/)[^.]*$/,
      (ctx) => sendShell(ctx, foundation),
    ),
  ]
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

/** Draws what a tenant lets Sonaqor see, in a frame of the staff's page and in no other. */
async function sendLook(ctx: Context, { config }: Foundation): Promise<void> {
  const src = await scriptOf('shell', config.buildDir)
  const policy = pagePolicy(config.publicUrl, [config.staffUrl])
  ctx.set('cross-origin-resource-policy', 'cross-origin')
  sendPage(ctx, policy, lookPage({ src, nonce: policy.nonce }, config.staffUrl))
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

/** The registered origins of the app behind a public embed id. */
async function ancestorsOf({ scopes }: Foundation, embedId: string) {
  if (!z.uuid().safeParse(embedId).success) return null
  return scopes.run(anonymous, (scope) => frameAncestors(scope, embedId), { readOnly: true })
}
