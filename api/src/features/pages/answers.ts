/** How a page is answered with, at either origin: the file of a build, or a document with its policy. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context, Middleware } from 'koa'
import { z } from 'zod'
import { Problem } from '../../core/problems/index.ts'
import { sendFile, type WebFile } from '../../core/web-files/index.ts'
import type { Policy } from './policy.ts'

/** What a build says of itself: what its script is called at the moment. */
const Built = z.object({ file: z.string() })
type Page = 'shell' | 'frame' | 'docs'

type Groups = Readonly<Record<string, string>>

/** A GET (or HEAD) of an address like this. */
export function reading(
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
export async function send(
  ctx: Context,
  file: WebFile | undefined,
  keep: Parameters<typeof sendFile>[2],
) {
  ctx.set('access-control-allow-origin', '*')
  if (!file) throw nothingThere()
  await sendFile(ctx, file, keep)
}

export function sendPage(ctx: Context, { headers }: Policy, page: string): void {
  ctx.set({ ...headers })
  ctx.type = 'html'
  ctx.body = page
}

/** Read at each page, so that a new build is served without a restart. */
export async function scriptOf(page: Page, buildDir: string): Promise<string> {
  try {
    return await readScript(page, buildDir)
  } catch (cause) {
    throw new Problem('overloaded', {
      detail: 'The dashboard is being built.',
      retryAfterSeconds: 5,
      cause,
    })
  }
}

async function readScript(page: Page, buildDir: string): Promise<string> {
  const list = await readFile(join(buildDir, 'shell', `${page}.json`), 'utf8')
  return `/assets/${Built.parse(JSON.parse(list)).file}`
}

/** The same for a page that can be read without its script. */
export const scriptIfBuilt = (page: Page, buildDir: string): Promise<string | undefined> =>
  readScript(page, buildDir).catch(() => undefined)

export const nothingThere = () =>
  new Problem('not-found', { detail: 'Nothing is served at this address.' })
