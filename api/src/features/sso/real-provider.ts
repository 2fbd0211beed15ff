/** A provider of OpenID Connect for tests, as companies run one: `oidc-provider`, on a port of its own. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type Configuration } from 'oidc-provider'

export interface Account {
  readonly email: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly groups?: readonly string[]
  /** How they signed in there. */
  readonly amr?: readonly string[]
}

export interface RealProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Whom it knows, by their subjects. */
  readonly accounts: Map<string, Account>
  /** Goes there as a browser in which somebody is signed in; answers the address that it leads back to. */
  visit(url: string, subject: string, browser?: Cookies): Promise<URL>
  /** Somebody signs out there, and all that they had opened from there is told. */
  signOut(browser: Cookies): Promise<void>
  stop(): Promise<void>
}

/** What a browser keeps for the provider. */
export type Cookies = Map<string, string>

export interface Registered {
  readonly redirectUris: readonly string[]
  readonly logoutUri?: string
}

const client = { clientId: 'sonaqor', clientSecret: 'what-the-provider-and-we-know-alone' }

export async function startProvider(
  { redirectUris, logoutUri }: Registered,
  port = 0,
): Promise<RealProvider> {
  const accounts = new Map<string, Account>()
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    ...configurationOf(accounts),
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [...redirectUris],
        ...(logoutUri
          ? { backchannel_logout_uri: logoutUri, backchannel_logout_session_required: true }
          : {}),
      },
    ],
  })
  const serve = provider.callback()
  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    if (!pathname.startsWith('/interaction/')) return void serve(request, response)
    const subject = searchParams.get('as')
    if (subject === null) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      return void response.end(whoAreYou([...accounts.keys()]))
    }
    const { amr } = accounts.get(subject) ?? {}
    const login = { accountId: subject, ...(amr ? { amr: [...amr] } : {}) }
    void provider.interactionFinished(request, response, { login })
  })
  return {
    issuer,
    ...client,
    accounts,
    visit: (url, subject, browser = new Map()) => visit(issuer, url, subject, browser),
    signOut: (browser) => signOut(issuer, browser),
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** A page for people, where a browser comes by itself. */
const whoAreYou = (subjects: readonly string[]) =>
  `<!doctype html><html lang="en"><title>Acme login</title><h1>Acme login</h1><form>${subjects
    .map((subject) => `<button name="as" value="${subject}">${subject}</button>`)
    .join('')}</form></html>`

/** Without what binds a request to the kind of address that the provider would ask. */
const asAnywhere = ({ method, headers, body, redirect }: RequestInit = {}): RequestInit => ({
  redirect: redirect ?? 'manual',
  ...(method && { method }),
  ...(headers && { headers }),
  ...(body && { body }),
})

/** Nobody is asked whether they agree: the company has agreed for them. */
const configurationOf = (accounts: ReadonlyMap<string, Account>): Configuration => ({
  claims: {
    openid: ['sub', 'groups', 'amr', 'auth_time'],
    email: ['email', 'email_verified'],
    profile: ['name'],
  },
  cookies: { keys: ['for tests alone'] },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => void (ctx.body = form),
    },
  },
  // It asks nobody on its own machine, where all of a test is.
  fetch: (url, request) => fetch(url, asAnywhere(request)),
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...accounts.get(id), amr: undefined }),
  }),
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({
      clientId: oidc.client?.clientId ?? '',
      accountId: oidc.session?.accountId ?? '',
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
  ttl: { Session: 3600, Interaction: 600, Grant: 3600, IdToken: 600, AccessToken: 600 },
})

async function visit(issuer: string, url: string, subject: string, browser: Cookies): Promise<URL> {
  let at = new URL(url)
  for (let step = 0; at.origin === issuer && step < 10; step += 1) {
    if (at.pathname.startsWith('/interaction/')) at.searchParams.set('as', subject)
    const answer = await ask(at, browser)
    const next = answer.headers.get('location')
    if (!next) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
    at = new URL(next, at)
  }
  return at
}

async function signOut(issuer: string, browser: Cookies): Promise<void> {
  const page = await (await ask(new URL('/session/end', issuer), browser)).text()
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const body = new URLSearchParams({ xsrf, logout: 'yes' })
  await ask(new URL('/session/end/confirm', issuer), browser, { method: 'POST', body })
}

async function ask(url: URL, browser: Cookies, init: RequestInit = {}): Promise<Response> {
  const cookie = [...browser].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } })
  for (const set of answer.headers.getSetCookie()) {
    const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/)
    if (value === '') browser.delete(name)
    else browser.set(name, value)
  }
  return answer
}
