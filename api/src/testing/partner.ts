/** A partner with a portal: an app with registered origins, a key on its server, and pages that embed. */
import type { Scope } from '@sonaqor/contract/access'
import type { App } from '@sonaqor/contract/apps'
import type { EmbedToken } from '@sonaqor/contract/embeds'
import type { Key } from '@sonaqor/contract/keys'
import type { WorldTenant } from './builders.ts'
import { moduleBuild, moduleTeam } from './module-build.ts'
import type { Holder } from './transport.ts'
import type { World } from './world.ts'

export const portal = 'https://portal.example.com'
/** Registered too, and another page all the same. */
export const secondPortal = 'https://second.example.com'
export const stranger = 'https://stranger.example.com'
export const user = { ref: 'merchant-7', name: 'Ada Marsh' }

type Wish = ReturnType<typeof embedWish>

/** What the portal asks for; the client knows the narrower type, and tests ask for more than it. */
export const embedWish = (change: object = {}) => ({
  views: ['keys.list', 'keys.issue', 'logs.list'],
  scopes: ['keys:read', 'keys:write', 'logs:read'] as Scope[] as 'keys:read'[],
  origins: [portal],
  user,
  ...change,
})

export interface Partner {
  readonly tenant: WorldTenant
  readonly app: App
  readonly key: Key & Holder
  /** Opens a session, as the portal's server does. */
  open(
    change?: Partial<Wish> | object,
    holder?: Holder,
  ): Promise<{ id: string; clientSecret: string }>
  /** Exchanges a secret, as a page of that origin does. */
  exchange(clientSecret: string, origin?: string | null, headers?: object): Promise<Response>
  /** Both, one after the other. */
  enter(change?: object, origin?: string): Promise<EmbedToken>
}

export async function createPartner(world: World, name = 'Acme'): Promise<Partner> {
  for (const module of ['keys', 'logs']) {
    const team = world.as(await moduleTeam(world, module))
    await team.releases.publish({ body: moduleBuild(module, '1.0.0') })
  }
  const tenant = await world.tenant(name, { roles: ['owner', 'viewer'] })
  const app = await portalApp(world, tenant)
  const key = await tenant.key({ app })
  const partner: Partner = {
    tenant,
    app,
    key,
    open: (change = {}, holder = key) =>
      world.as(holder).embeds.createSession({ body: embedWish(change) }),
    exchange: (clientSecret, origin = portal, headers = {}) =>
      world.ask('/v1/embed-sessions/exchange', {
        json: { clientSecret },
        headers: { ...(origin === null ? {} : { origin }), ...headers },
      }),
    async enter(change = {}, origin = portal) {
      const { clientSecret } = await partner.open(change)
      const answer = await partner.exchange(clientSecret, origin)
      if (!answer.ok) throw new Error(`the page was not let in: ${await answer.text()}`)
      return (await answer.json()) as EmbedToken
    },
  }
  return partner
}

async function portalApp(world: World, tenant: WorldTenant): Promise<App> {
  const api = world.as(await tenant.member())
  const project = await api.projects.create({ body: { name: 'Portal' } })
  return api.apps.create({
    body: {
      projectId: project.id,
      name: 'Portal',
      environment: 'sandbox',
      origins: [portal, secondPortal],
    },
  })
}

interface Refusal {
  readonly code: string
  readonly status: number
  readonly scope?: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

/** The problem that a call of the typed client was refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const thrown = await call.then(
    () => null,
    (error: { problem: Refusal }) => error,
  )
  if (!thrown) throw new Error('it was not refused')
  return thrown.problem
}

/** The problem code of a raw answer, with its status. */
export async function codeOf(answer: Response): Promise<[status: number, code: unknown]> {
  return [answer.status, ((await answer.json()) as { code: unknown }).code]
}
