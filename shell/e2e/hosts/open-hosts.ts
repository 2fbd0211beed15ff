/** Pages of strangers, for the journeys: a server of theirs on another site, with apps and keys of their own. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { House } from '../house.ts'
import { answering } from './server.ts'

export interface Hosts {
  readonly origin: string
  /** The address of a page, such as `plain`. */
  page(name: string): string
  /** The apps whose sessions the pages open: the first, and another one for whoever has two. */
  readonly apps: readonly { readonly id: string; readonly name: string; readonly apiKey: string }[]
  close(): Promise<void>
}

const scopes = ['embeds:create', 'apps:read', 'keys:read', 'keys:write', 'logs:read'] as const

export async function openHosts(house: House): Promise<Hosts> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const apps = await appsFor(house, origin)
  const keys = apps.map(({ apiKey }) => apiKey)
  server.on('request', answering({ origin, sonaqorUrl: house.url, keys }))
  return {
    origin,
    page: (name) => `${origin}/${name}/`,
    apps,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Two apps that may be embedded at this origin alone, each with the key that its server would hold. */
async function appsFor(house: House, origin: string) {
  const { email, password } = house.member('developer')
  const { token } = await house.api().auth.signIn({ body: { email, password } })
  const api = house.api(token)
  const project = await api.projects.create({ body: { name: `Hosts at ${origin.slice(17)}` } })
  return Promise.all(
    ['Harbour', 'Lighthouse'].map(async (name) => {
      const app = await api.apps.create({
        body: { projectId: project.id, name, environment: 'sandbox', origins: [origin] },
      })
      const { secret } = await api.keys.issue({
        body: { appId: app.id, label: `Server of ${name}`, scopes: [...scopes] },
      })
      return { id: app.id, name, apiKey: secret }
    }),
  )
}
