/** Teams for tests: members of any role without the cost of a password, who have just shown a second factor. */
import type { Client } from '@sonaqor/contract/client'
import type { Role } from '@sonaqor/contract/access'
import { giveProof, operationOf, systemPrincipal } from '../core/access/index.ts'
import type { OpenFoundation } from '../core/house/index.ts'
import { openFoundationOf } from './foundation.ts'
import { provingClient } from './proving.ts'
import { newTag } from './tag.ts'
import type { World } from './world.ts'

export interface FakeMember {
  readonly tenantId: string
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly role: Role
}

export interface SignedIn extends FakeMember {
  readonly token: string
  readonly sessionId: string
}

export interface NewFakeMember {
  readonly role?: Role
  readonly state?: 'active' | 'suspended'
  readonly name?: string
  readonly email?: string
  readonly hasFactor?: boolean
  readonly seenDaysAgo?: number
}

export class FakeTeam {
  readonly world: World
  readonly #foundation: OpenFoundation

  private constructor(world: World, foundation: OpenFoundation) {
    this.world = world
    this.#foundation = foundation
  }

  static async of(world: World): Promise<FakeTeam> {
    return new FakeTeam(world, await openFoundationOf(world))
  }

  close(): Promise<void> {
    return this.#foundation.close()
  }

  async add(tenantId: string, options: NewFakeMember = {}): Promise<FakeMember> {
    const { role = 'viewer', state = 'active', hasFactor = false, seenDaysAgo = 0 } = options
    const tag = newTag()
    const name = options.name ?? `Person ${tag}`
    const email = options.email ?? `person-${tag}@world.test`
    const { rows } = await this.world.db.query<{ id: string; personId: string }>(
      `with person as (
         insert into directory.people (id, email, name, password_hash, created_at)
         values (uuidv7(), $2, $3, 'none', now()) returning id
       ), factor as (
         insert into directory.passkeys (id, person_id, public_key, counter, transports, name, made_at)
         select 'key of ' || id, id, '', 0, '{}', 'Laptop', now() from person where $6
       )
       insert into members (tenant_id, id, person_id, role, state, joined_at, last_seen_at)
       select $1, uuidv7(), id, $4, $5, now() - make_interval(days => $7),
         now() - make_interval(days => $7)
       from person returning id, person_id as "personId"`,
      [tenantId, email, name, role, state, hasFactor, seenDaysAgo],
    )
    return { tenantId, name, email, role, ...only(rows) }
  }

  /** Opens a session; it has just shown a second factor, unless it is said otherwise. */
  async enter(member: FakeMember, secondFactorAt: Date | null = new Date()): Promise<SignedIn> {
    const { rows } = await this.world.db.query<{ id: string; version: number }>(
      `insert into sessions (tenant_id, id, member_id, device_hash, started_at, ends_at, second_factor_at)
       select tenant_id, uuidv7(), id, '', now(), now() + interval '12 hours', $2
       from members where id = $1
       returning id, (select authorisation_version from members where id = $1) as version`,
      [member.id, secondFactorAt],
    )
    const { id: sessionId, version } = only(rows)
    const claims = { tid: member.tenantId, ver: version }
    const token = await this.#foundation.secrets.sign(
      { subject: sessionId, audience: 'sonaqor:dashboard', claims },
      300,
    )
    return { ...member, sessionId, token }
  }

  async join(tenantId: string, options: NewFakeMember = {}): Promise<SignedIn> {
    return this.enter(await this.add(tenantId, options))
  }

  /** A client that brings a proof of the operation wherever one is asked for. */
  proving(holder: Pick<SignedIn, 'tenantId' | 'sessionId' | 'token'>, server = 0): Client {
    return provingClient(this.world, holder, (operation) => this.prove(holder, operation), server)
  }

  /** For what a refusal named, or what the same as it would name. */
  prove(
    { tenantId, sessionId }: Pick<SignedIn, 'tenantId' | 'sessionId'>,
    operation: string,
  ): Promise<string> {
    return this.#foundation.scopes.run(systemPrincipal('test', tenantId), (scope) =>
      giveProof(scope, { kind: 'member', sessionId }, operation),
    )
  }

  /** The name of a call, as the refusal of it tells. */
  nameOf(asked: { readonly method: string; readonly path: string; readonly body?: unknown }) {
    return operationOf(this.#foundation.secrets, asked)
  }
}

function only<Row>([row]: readonly Row[]): Row {
  if (!row) throw new Error('there is no such member')
  return row
}
