/**
 * A partner's portal that is not ours: a plain server with its own pages, styles and an old React.
 * It stands on another site than Sonaqor and reaches it by the public API and loader alone.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { portalPage } from './page.ts'
import { openSession } from './session.ts'
import { readSettings } from './settings.ts'

const settings = readSettings()
const origin = `http://127.0.0.1:${settings.port}`
const { resolve } = createRequire(import.meta.url)

/** Whoever is signed in to the portal; a real one takes this from its own session. */
const merchant = { ref: 'merchant-1042', name: 'Ada Marsh' }

const pages = new Set(['/', '/keys', '/logs'])
const sessionPath = '/sonaqor-session'
const javascript = 'text/javascript; charset=utf-8'
const files: Readonly<Record<string, readonly [path: string, type: string]>> = {
  '/react.js': [inPackage('react-18', 'umd/react.production.min.js'), javascript],
  '/react-dom.js': [inPackage('react-dom-18', 'umd/react-dom.production.min.js'), javascript],
  '/portal.js': [resolve('./public/portal.js'), javascript],
  '/portal.css': [resolve('./public/portal.css'), 'text/css; charset=utf-8'],
}

/** The packages name their modules alone, and the files for a script element lie beside them. */
function inPackage(name: string, file: string): string {
  return join(dirname(resolve(`${name}/package.json`)), file)
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pathname = pathOf(request)
  if (!pathname) return sendJson(response, 400, { message: 'This is no address.' })
  const allowed = pathname === sessionPath ? ['POST'] : ['GET', 'HEAD']
  if (!allowed.includes(request.method ?? '')) {
    response.setHeader('allow', allowed.join(', '))
    return sendJson(response, 405, { message: `Here is nothing but ${allowed.join(' and ')}.` })
  }
  if (pathname === sessionPath) {
    // Another site must not be able to open sessions with our merchant's cookies.
    if (request.headers.origin !== origin) return sendJson(response, 403, { message: 'Not here.' })
    const { status, body } = await openSession(settings, origin, merchant)
    return sendJson(response, status, body)
  }
  const file = files[pathname]
  if (file) {
    const [path, type] = file
    response.setHeader('content-type', type).setHeader('x-content-type-options', 'nosniff')
    response.end(await readFile(path))
  } else if (pages.has(pathname)) {
    const page = portalPage(settings.sonaqorUrl)
    response.writeHead(200, page.headers).end(page.html)
  } else {
    sendJson(response, 404, { message: 'There is no such page.' })
  }
}

/** Anybody may send anything as an address; `//` begins another host's and is none of ours. */
function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  return url.startsWith('/') && !url.startsWith('//') ? url.replace(/[?#].*$/, '') : undefined
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error)
    if (response.headersSent) response.destroy()
    else sendJson(response, 502, { message: 'Sonaqor cannot be reached at the moment.' })
  })
})

server.listen(settings.port, '127.0.0.1', () => {
  console.log(`portal ready ${origin}`)
  // Whoever keeps its processes running hears it as well.
  process.send?.('ready')
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
  })
}
