/** A partner's page at another site: with a view of ours, and the same rows as a plain script draws them. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { clientOverHttp } from '@sonaqor/contract/over-http'

interface Demo {
  readonly tenants: readonly {
    readonly members: readonly {
      readonly role: string
      readonly email: string
      readonly password: string
    }[]
  }[]
}

export interface Stranger {
  readonly origin: string
  close(): Promise<void>
}

const scopes = ['embeds:create', 'apps:read', 'keys:read', 'keys:write', 'logs:read'] as const
const rows = 25

export async function openStranger(url: string, dataDir: string): Promise<Stranger> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const apiKey = await keyOfApp(url, dataDir, origin)
  const pages: Readonly<Record<string, string>> = {
    '/embed': embedPage(url),
    '/plain': plainPage(url),
  }
  server.on('request', (request, response) => {
    const page = pages[request.url ?? '']
    if (request.method === 'POST') {
      openSession(url, origin, apiKey)
        .then((body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body))
        .catch(() => response.writeHead(502).end())
    } else if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    } else {
      response.writeHead(204).end()
    }
  })
  return {
    origin,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** An app of its own with as many keys as a page of the table shows. */
async function keyOfApp(url: string, dataDir: string, origin: string): Promise<string> {
  const demo = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as Demo
  const developer = demo.tenants
    .flatMap(({ members }) => members)
    .find(({ role }) => role === 'developer')
  if (!developer) throw new Error('The demo has no developer.')
  const { email, password } = developer
  const { token } = await clientOverHttp(url).auth.signIn({ body: { email, password } })
  const api = clientOverHttp(url, token)
  const project = await api.projects.create({ body: { name: `Bench at ${origin.slice(17)}` } })
  const app = await api.apps.create({
    body: { projectId: project.id, name: 'Bench', environment: 'sandbox', origins: [origin] },
  })
  const issue = (label: string) =>
    api.keys.issue({ body: { appId: app.id, label, scopes: [...scopes] } })
  for (let row = 1; row < rows; row += 1) await issue(`Key ${row}`)
  return (await issue('Server')).secret
}

async function openSession(url: string, origin: string, apiKey: string): Promise<string> {
  const answered = await fetch(`${url}/v1/embed-sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      origins: [origin],
      views: ['keys.list', 'logs.list'],
      scopes: ['keys:read', 'logs:read', 'apps:read'],
      user: { ref: 'bench', name: 'Ada Bench' },
    }),
  })
  if (!answered.ok) throw new Error(`no session: ${answered.status}`)
  return answered.text()
}

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title></head><body>${body}</body></html>`

/** `times` tells when each was seen, in milliseconds since the page was asked for. */
const embedPage = (url: string) =>
  page(`<div id="place"><sonaqor-keys></sonaqor-keys></div><script>
const times = {}
addEventListener('sonaqor-ready', () => { times.ready ??= performance.now() })
const look = () => {
  const root = document.querySelector('sonaqor-keys')?.shadowRoot
  if (root?.querySelector('tbody tr td')) times.rows = performance.now()
  else requestAnimationFrame(look)
}
look()
addEventListener('sonaqor-loaded', () => Sonaqor.start({
  fetchSession: async () => (await fetch('/session', { method: 'POST' })).json(),
  locale: 'en',
}), { once: true })
</script><script src="${url}/embed/v1.js" crossorigin async></script>`)

const plainPage = (url: string) =>
  page(`<table><tbody></tbody></table><script>
const times = {}
const json = async (path, options) => (await fetch(path, options)).json()
async function draw() {
  const { clientSecret } = await json('/session', { method: 'POST' })
  const { token } = await json('${url}/v1/embed-sessions/exchange', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientSecret }),
  })
  const { data } = await json('${url}/v1/keys?limit=${rows}', {
    headers: { authorization: 'Bearer ' + token },
  })
  for (const { label, prefix, state, issuedAt } of data) {
    const row = document.querySelector('tbody').insertRow()
    for (const text of [label, prefix, state, issuedAt]) row.insertCell().textContent = text
  }
  requestAnimationFrame(() => { times.ready = times.rows = performance.now() })
}
draw()
</script>`)
