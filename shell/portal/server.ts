/**
 * A partner's portal that is not ours: a plain server with its own pages, styles and an old React.
 * It stands on another site than Sonaqor and reaches it by the public API and loader alone.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileAt, sendFile } from './files.ts'
import { missingPage, portalPage, signInPage, type Page } from './page.ts'
import { receive, received } from './receive.ts'
import { forAccountant, forMerchant, openSession } from './session.ts'
import { readSettings } from './settings.ts'
import { isFirstVisit, merchants, signedInBy, signIn, signOut } from './sign-in.ts'
import { startExport } from './start-export.ts'

const settings = readSettings()
const origin = `http://127.0.0.1:${settings.port}`
const isSecure = origin.startsWith('https:')

const pages = new Set([
  '/',
  '/keys',
  '/logs',
  '/webhooks',
  '/live',
  '/app',
  '/accountant',
  '/settings',
])

type Act = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** All that is sent here. Nothing of it is done at the wish of another site. */
const acts: Readonly<Record<string, Act>> = {
  '/sonaqor-session': (request, response) => {
    const merchant = signedInBy(request.headers.cookie)
    if (!merchant) return sendJson(response, 401, { message: 'Nobody is signed in.' })
    const { ref, name } = merchant
    return openFor(response, { ...forMerchant, user: { ref, name } })
  },
  '/sonaqor-session/accountant': (request, response) => {
    if (!signedInBy(request.headers.cookie)) {
      return sendJson(response, 401, { message: 'Nobody is signed in.' })
    }
    return openFor(response, forAccountant)
  },
  '/export': async (request, response) => {
    if (!signedInBy(request.headers.cookie)) {
      return sendJson(response, 401, { message: 'Nobody is signed in.' })
    }
    const { status, body } = await startExport(settings)
    sendJson(response, status, body)
  },
  '/sign-in': async (request, response) => {
    const ref = new URLSearchParams(await bodyOf(request)).get('merchant')
    const merchant = merchants.find((one) => one.ref === ref)
    if (merchant) response.setHeader('set-cookie', signIn(merchant, isSecure))
    response.writeHead(303, { location: merchant ? '/' : '/sign-in' }).end()
  },
  '/sign-out': (request, response) => {
    response.setHeader('set-cookie', signOut(request.headers.cookie, isSecure))
    response.writeHead(303, { location: '/sign-in' }).end()
  },
}

async function openFor(response: ServerResponse, wish: typeof forMerchant): Promise<void> {
  const { status, body } = await openSession(settings, origin, wish)
  sendJson(response, status, body)
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request)
  if (!path) return sendJson(response, 400, { message: 'This is no address.' })
  const act = acts[path]
  const isRead = ['GET', 'HEAD'].includes(request.method ?? '')
  if (act && request.method === 'POST') {
    // A browser names the page that sends something; another one's must not act with our cookie.
    if (request.headers.origin !== origin) return sendJson(response, 403, { message: 'Not here.' })
    return act(request, response)
  }
  if (path === '/webhooks' && !isRead) return hear(request, response)
  if (path === '/received' && isRead) return showReceived(request, response)
  if (path === '/sign-in' && isRead) return sendPage(response, signInPage(merchants))
  if (act || !isRead) {
    response.setHeader('allow', act ? 'POST' : 'GET, HEAD')
    return sendJson(response, 405, { message: 'This cannot be done here.' })
  }
  const file = fileAt(path)
  if (file) return sendFile(response, file)
  if (!pages.has(path)) return sendPage(response, missingPage(), 404)
  return showPage(request, response)
}

/** Sonaqor, or whoever says so. It comes with a signature and no cookie. */
async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'OPTIONS') {
    // Asked first whether we want to be told: whoever it is that tells us has to sign.
    response.writeHead(204, { 'webhook-allowed-origin': '*' }).end()
    return
  }
  if (request.method !== 'POST') {
    response.setHeader('allow', 'GET, HEAD, OPTIONS, POST')
    return sendJson(response, 405, { message: 'This cannot be done here.' })
  }
  const { status, body } = await receive(request, settings.webhookSecret)
  // Nobody reads what is left of it.
  if (status === 413) response.setHeader('connection', 'close')
  sendJson(response, status, body)
}

/** One endpoint hears of all shops: this is our own server's view of it, and no shop's. */
function showReceived({ headers }: IncomingMessage, response: ServerResponse): void {
  if (signedInBy(headers.cookie)) return sendJson(response, 200, received())
  sendJson(response, 401, { message: 'Nobody is signed in.' })
}

function showPage(request: IncomingMessage, response: ServerResponse): void {
  const { cookie } = request.headers
  const [first] = merchants
  const isFirst = isFirstVisit(cookie)
  const merchant = isFirst ? first : signedInBy(cookie)
  if (isFirst) response.setHeader('set-cookie', signIn(first, isSecure))
  if (merchant) sendPage(response, portalPage(settings.sonaqorUrl, merchant))
  else response.writeHead(303, { location: '/sign-in' }).end()
}

/** Anybody may send anything as an address; `//` begins another host's and is none of ours. */
function pathOf({ url = '/' }: IncomingMessage): string | undefined {
  return url.startsWith('/') && !url.startsWith('//') ? url.replace(/[?#].*$/, '') : undefined
}

/** A form of ours is short. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) {
    body += String(piece)
    if (body.length > 1000) break
  }
  return body
}

function sendPage(response: ServerResponse, page: Page, status = 200): void {
  response.writeHead(status, page.headers).end(page.html)
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

const server = createServer((request, response) => {
  Promise.resolve(answer(request, response)).catch((error: unknown) => {
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
