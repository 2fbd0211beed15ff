/** A world with providers, and people whom they know: what the tests of the way in stand on. */
import type { Role } from '@sonaqor/contract/access'
import type { WorldTenant } from '../../testing/builders.ts'
import { FakeBrowser, ownOrigin } from '../../testing/fake-browser.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { comeBack, foundCompany, goOut, outcome, type Outcome } from './fake-company.ts'
import { startFakeDns, type FakeDns } from './fake-dns.ts'
import { startProvider, type RealProvider } from './real-provider.ts'

type Rules = Parameters<typeof foundCompany>[4]

export interface Known {
  readonly email: string
  readonly subject: string
}

let count = 0

export class CompanyWorld {
  readonly world: OwnWorld
  readonly dns: FakeDns
  tenant!: WorldTenant
  provider!: RealProvider
  domain!: string

  private constructor(world: OwnWorld, dns: FakeDns) {
    this.world = world
    this.dns = dns
  }

  static async start(more: Readonly<Record<string, string>> = {}): Promise<CompanyWorld> {
    const dns = await startFakeDns()
    const env = {
      PUBLIC_URL: ownOrigin,
      SONAQOR_LIMIT_FACTOR: '10000',
      DNS_SERVERS: dns.address,
      ...more,
    }
    return new CompanyWorld(await startWorld({ worker: true, env }), dns)
  }

  async stop(): Promise<void> {
    await this.world.stop()
    this.dns.stop()
  }

  /** A new tenant with a provider of its own. */
  async found(rules: Rules = {}): Promise<void> {
    const { world } = this
    this.tenant = await world.tenant(`Acme ${(count += 1)}`, { roles: ['owner', 'viewer'] })
    const redirectUris = [`${ownOrigin}/sign-in/company/${this.tenant.id}`]
    this.provider = await startProvider({ redirectUris })
    const owner = await this.tenant.proved('owner')
    this.domain = await foundCompany(world, this.dns, owner, this.provider, rules)
  }

  /** Somebody of the domain whom the provider knows. */
  know(name: string, more: object = {}): Known {
    const email = `${name}@${this.domain}`
    const subject = `subject of ${name}`
    const account = { email, email_verified: true, name: `${name} Example`, ...more }
    this.provider.accounts.set(subject, account)
    return { email, subject }
  }

  /** Goes out, is known there, and comes back. */
  async enter({ email, subject }: Known): Promise<Outcome & { readonly browser: FakeBrowser }> {
    const browser = new FakeBrowser(this.world)
    const back = await this.provider.visit(await goOut(browser, email), subject)
    return { browser, ...(await outcome(await comeBack(browser, back))) }
  }

  /** A member with a password, who was there before the provider was. */
  async join(email: string, role: Role = 'analyst', state = 'active'): Promise<string> {
    const { rows } = await this.world.db.query<{ id: string }>(
      `with person as (
         insert into directory.people (id, email, name, password_hash, created_at)
         values (uuidv7(), $2, 'Known Before', (select password_hash from directory.people
           where email like 'owner-%' limit 1), now())
         returning id
       )
       insert into members (tenant_id, id, person_id, role, state, joined_at)
       select $1, uuidv7(), id, $3, $4, now() from person returning id`,
      [this.tenant.id, email, role, state],
    )
    const [member] = rows
    if (!member) throw new Error('nobody joined')
    return member.id
  }

  /** Another tenant that somebody is an admin of. */
  async elsewhere(email: string): Promise<WorldTenant> {
    const tenant = await this.world.tenant(`Elsewhere ${(count += 1)}`, { roles: ['owner'] })
    await this.world.db.query(
      `insert into members (tenant_id, id, person_id, role, joined_at)
       select $1, uuidv7(), id, 'admin', now() from directory.people where email = $2`,
      [tenant.id, email],
    )
    return tenant
  }

  async actions(action: string): Promise<Record<string, unknown>[]> {
    const { rows } = await this.world.db.query<{ after: Record<string, unknown> }>(
      'select after from audit_entries where tenant_id = $1 and action = $2 order by sequence',
      [this.tenant.id, action],
    )
    return rows.map(({ after }) => after)
  }
}
