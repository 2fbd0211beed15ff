/** Staff for tests: of any role, without the cost of a password, who have just shown a second factor. */
import type { StaffRole } from '@sonaqor/contract/access'
import type { StaffClient } from '@sonaqor/contract/staff-client'
import { giveProof, systemPrincipal, type StaffSession } from '../../core/access/index.ts'
import { newToken } from '../../core/crypto/index.ts'
import type { OpenFoundation } from '../../core/house/index.ts'
import { openFoundationOf } from '../../testing/foundation.ts'
import { provingClient } from '../../testing/proving.ts'
import { newTag } from '../../testing/tag.ts'
import type { World } from '../../testing/world.ts'
import { hashStaffLink } from './staff-link-hash.ts'

export interface AtWork {
  /** Of the row of staff: what the audit log names. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly sessionId: string
  readonly token: string
}

export interface NewFakeStaff {
  readonly role?: StaffRole
  readonly name?: string
  readonly secondFactorAt?: Date | null
}

const hourSeconds = 3600
/** Of whoever is added. */
const password = 'lemon tugboat quiver anthem'

export class FakeStaff {
  readonly world: World
  readonly #foundation: OpenFoundation

  private constructor(world: World, foundation: OpenFoundation) {
    this.world = world
    this.#foundation = foundation
  }

  static async of(world: World): Promise<FakeStaff> {
    return new FakeStaff(world, await openFoundationOf(world))
  }

  close(): Promise<void> {
    return this.#foundation.close()
  }

  /** Adds somebody as a security lead does, who sets their password by a link. */
  async add(
    role: StaffRole = 'support',
  ): Promise<{ readonly email: string; readonly password: string }> {
    const email = `added-${newTag()}@sonaqor.test`
    const lead = this.proving(await this.enter({ role: 'security' })).staff
    const { person } = await lead.addPerson({ body: { name: 'Nia New', email, role } })
    const token = await this.link(person.id)
    await this.world.as(null).staff.setPassword({ body: { token, password } })
    return { email, password }
  }

  /** In the place of the one that was sent, which the mailbox alone has. */
  async link(staffId: string, endsAt = new Date(Date.now() + hourSeconds * 500)): Promise<string> {
    const token = newToken()
    const hash = hashStaffLink(this.#foundation.secrets, token)
    await this.world.db.query('delete from directory.staff_links where staff_id = $1', [staffId])
    await this.world.db.query(
      'insert into directory.staff_links (hash, staff_id, expires_at) values ($1, $2, $3)',
      [hash, staffId, endsAt],
    )
    return token
  }

  /** A client of theirs that brings a proof wherever one is asked for. */
  proving(at: Pick<AtWork, 'sessionId' | 'token'>): StaffClient {
    const session = { id: at.sessionId } as StaffSession
    return provingClient(this.world, at, (operation) =>
      this.#foundation.scopes.run(systemPrincipal('test', null), (scope) =>
        giveProof(scope, { kind: 'staff', session }, operation),
      ),
    )
  }

  async enter(options: NewFakeStaff = {}): Promise<AtWork> {
    const { role = 'support', secondFactorAt = new Date() } = options
    const tag = newTag()
    const name = options.name ?? `Colleague ${tag}`
    const email = `staff-${tag}@sonaqor.test`
    const { rows } = await this.world.db.query<{ id: string; sessionId: string }>(
      `with person as (
         insert into directory.people (id, email, name, password_hash, created_at)
         values (uuidv7(), $1, $2, 'none', now()) returning id
       ), colleague as (
         insert into directory.staff (id, person_id, role, made_at)
         select uuidv7(), id, $3, now() from person returning id
       )
       insert into directory.staff_sessions (id, staff_id, token, renewed_at, started_at, ends_at,
         idle_ends_at, second_factor_at)
       select uuidv7(), id, convert_to($1, 'UTF8'), now(), now(), now() + interval '8 hours',
         now() + interval '30 minutes', $4
       from colleague returning staff_id as id, id as "sessionId"`,
      [email, name, role, secondFactorAt],
    )
    const { id, sessionId } = rows[0] ?? { id: '', sessionId: '' }
    const token = await this.#foundation.secrets.sign(
      { subject: sessionId, audience: 'sonaqor:staff', claims: {} },
      hourSeconds,
    )
    return { id, name, email, sessionId, token }
  }
}
