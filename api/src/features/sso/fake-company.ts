/** A tenant whose people come in by a provider, and browsers in which they do: for tests. */
import type { Session } from '@sonaqor/contract/auth'
import type { SsoConnection } from '@sonaqor/contract/sso'
import { FakeBrowser } from '../../testing/fake-browser.ts'
import { until } from '../../testing/until.ts'
import type { World } from '../../testing/world.ts'
import type { Holder } from '../../testing/transport.ts'
import type { FakeDns } from './fake-dns.ts'

export interface ProviderOfCompany {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
}

type Rules = Partial<
  Pick<
    SsoConnection,
    'createsMembers' | 'defaultRole' | 'roleClaim' | 'roleMap' | 'factorCounts' | 'required'
  >
>

let count = 0

export const newDomain = (): string => `company-${(count += 1)}.test`

/** Proves a domain, as whoever owns it does. */
export async function proveDomain(
  world: World,
  dns: FakeDns,
  owner: Holder,
  name = newDomain(),
): Promise<string> {
  const { sso } = world.as(owner)
  const { id, record } = await sso.claimDomain({ body: { domain: name } })
  dns.records.set(record.name, ['v=spf1 -all', record.value])
  await sso.checkDomain({ params: { id } })
  await until(async () =>
    (await sso.show()).domains.some((one) => one.id === id && one.state === 'verified'),
  )
  return name
}

/** Sets a provider up and switches it on, from the first act to the last; answers the domain. */
export async function foundCompany(
  world: World,
  dns: FakeDns,
  owner: Holder,
  provider: ProviderOfCompany,
  { required = false, ...rules }: Rules = {},
): Promise<string> {
  const domain = await proveDomain(world, dns, owner)
  const { sso } = world.as(owner)
  const { issuer, clientId, clientSecret = 'a secret' } = provider
  await sso.configure({
    body: {
      issuer,
      clientId,
      clientSecret,
      createsMembers: true,
      defaultRole: 'viewer',
      roleClaim: null,
      roleMap: [],
      factorCounts: false,
      ...rules,
    },
  })
  await sso.check()
  await until(async () => (await sso.show()).connection?.check.state !== 'running')
  await sso.switch({ body: { enabled: true, required } })
  return domain
}

/** Where a browser is sent that begins with this address. */
export async function goOut(browser: FakeBrowser, email: string): Promise<string> {
  await browser.post('/v1/sign-on/begin', { email })
  const answer = await browser.post('/v1/sign-on/start')
  if (!answer.ok) throw new Error(await answer.text())
  return ((await answer.json()) as { url: string }).url
}

/** Comes back with what stands in the address. */
export function comeBack(browser: FakeBrowser, at: URL): Promise<Response> {
  const tenantId = at.pathname.split('/').at(-1)
  return browser.post('/v1/sign-on/finish', { tenantId, ...Object.fromEntries(at.searchParams) })
}

export interface Outcome {
  readonly status: number
  readonly session: Session
  readonly code: string
  readonly reason: string | undefined
}

export async function outcome(answer: Response): Promise<Outcome> {
  const said = (await answer.json()) as Session & { code: string; reason?: string }
  return { status: answer.status, session: said, code: said.code, reason: said.reason }
}
