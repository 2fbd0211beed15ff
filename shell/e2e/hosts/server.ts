/** The server of these strangers: pages, what was built for them, and the way to a client secret. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strictPolicy } from './policy.ts'

export interface Settings {
  readonly origin: string
  readonly sonaqorUrl: string
  /** API keys, one for each session that a page may have. */
  readonly keys: readonly string[]
}

const built = fileURLToPath(new URL('../../../.build/hosts', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))

const wish = {
  views: ['keys.list', 'keys.issue', 'logs.list'],
  scopes: ['keys:read', 'keys:write', 'logs:read', 'apps:read'],
  user: { ref: 'stranger-1', name: 'Ada Stranger' },
}

/** Answers `/<page>/`, `/built/<file>` and `POST /session?of=<which>`. */
export function answering(settings: Settings): RequestListener {
  return (request, response) => {
    answer(settings, request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error))
    })
  }
}

async function answer(settings: Settings, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '/', settings.origin)
  const [, first = '', ...rest] = pathname.split('/')
  if (request.method === 'POST' && first === 'session') {
    const [status, body] = await openSession(settings, Number(searchParams.get('of') ?? 0))
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  } else if (first === 'built' && /^[\w.-]+$/.test(rest[0] ?? '')) {
    const type = rest[0]?.endsWith('.css') ? 'text/css' : 'text/javascript'
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` })
    response.end(await readFile(join(built, rest[0] ?? '')))
  } else if (/^[a-z0-9-]+$/.test(first)) {
    await sendPage(settings, first, response)
  } else {
    response.writeHead(204).end()
  }
}

async function openSession(
  { origin, sonaqorUrl, keys }: Settings,
  which: number,
): Promise<[status: number, body: string]> {
  const answered = await fetch(`${sonaqorUrl}/v1/embed-sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys[which]}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...wish, origins: [origin] }),
  })
  return [answered.ok ? 200 : 502, await answered.text()]
}

/** A page is an `index.html` of its folder, in which stands where Sonaqor is and what it has drawn. */
async function sendPage({ sonaqorUrl }: Settings, name: string, response: ServerResponse) {
  const nonce = randomBytes(18).toString('base64')
  const file = await readFile(join(here, name, 'index.html'), 'utf8').catch(() => undefined)
  if (!file) return void response.writeHead(404).end()
  const html = file
    .replaceAll('{sonaqor}', sonaqorUrl)
    .replaceAll('{nonce}', nonce)
    .replace('{drawn}', file.includes('{drawn}') ? await drawnOnServer(sonaqorUrl) : '')
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...(name === 'hostile' && { 'content-security-policy': strictPolicy(sonaqorUrl, nonce) }),
  })
  response.end(html)
}

/** The package is imported in this very process, which has no page. */
async function drawnOnServer(sonaqorUrl: string): Promise<string> {
  const { draw } = (await import(join(built, 'packages/server-draw.mjs'))) as {
    draw(url: string): string
  }
  return draw(sonaqorUrl)
}
