/** What the origin of Sonaqor's own staff serves: their page, and the files that it was built with. */
import { join } from 'node:path'
import type { Context, Middleware } from 'koa'
import type { Foundation } from '../../core/foundation/index.ts'
import { reading, scriptOf, send, sendPage } from './answers.ts'
import { builtFiles } from './built-files.ts'
import { staffPolicy } from './policy.ts'
import { staffPage } from './shell-page.ts'

export function serveStaffPages({ config }: Foundation): readonly Middleware[] {
  const shell = builtFiles(join(config.buildDir, 'shell'))
  return [
    reading(/^\/assets\/(?<name>[^/]+)$/, async (ctx, { name = '' }) =>
      send(ctx, await shell.find(name), 'immutable'),
    ),
    reading(/^\/$/, (ctx) => ctx.redirect('/staff')),
    reading(/^\/staff(\/[^.]*)?$/, (ctx) => sendStaffPage(ctx, config)),
  ]
}

async function sendStaffPage(
  ctx: Context,
  { buildDir, publicUrl, staffUrl }: Foundation['config'],
): Promise<void> {
  const src = await scriptOf('shell', buildDir)
  const policy = staffPolicy(staffUrl, `${publicUrl}/look`)
  ctx.set({
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  })
  sendPage(ctx, policy, staffPage({ src, nonce: policy.nonce }, publicUrl))
}
