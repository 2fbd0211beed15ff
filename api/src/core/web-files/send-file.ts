import type { Context } from 'koa'
import { contentTypeOf } from './content-type.ts'
import { encodings, type Encoding } from './encodings.ts'

export interface WebFile {
  readonly path: string
  /** Differs whenever the content differs. */
  readonly hash: string
  readonly has: readonly Encoding[]
  open(encoding: Encoding): Promise<Buffer>
}

/** How long browsers and proxies may keep an answer without asking again. */
export const caching = {
  /** The address holds a hash or a version. */
  immutable: 'public, max-age=31536000, immutable',
  short: 'public, max-age=60',
  revalidate: 'no-cache',
} as const

/**
 * Answers with a public file in the best encoding that the browser takes, or with 304. Pages of any
 * origin may load it, for partners embed what it holds.
 */
export async function sendFile(
  ctx: Context,
  file: WebFile,
  keep: keyof typeof caching,
): Promise<void> {
  const has = encodings.filter((encoding) => file.has.includes(encoding))
  const encoding =
    has.find((candidate) => candidate === ctx.acceptsEncodings([...has])) ?? 'identity'
  ctx.status = 200
  ctx.set({
    'access-control-allow-origin': '*',
    'cache-control': caching[keep],
    'cross-origin-resource-policy': 'cross-origin',
    'timing-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    etag: `"${file.hash}-${encoding}"`,
  })
  ctx.vary('Accept-Encoding')
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  if (encoding !== 'identity') ctx.set('content-encoding', encoding)
  ctx.type = contentTypeOf(file.path).type
  ctx.body = await file.open(encoding)
}
