/** Who lives in a world. Everything that has an endpoint is made through it. */
import type { Environment, KeyScope, Role } from '@sonaqor/contract/access'
import { keyScopes, roles } from '@sonaqor/contract/access'
import type { App } from '@sonaqor/contract/apps'
import type { Key } from '@sonaqor/contract/keys'
import { found } from './founding/found.ts'
import { newTag } from './tag.ts'
import type { Holder } from './transport.ts'
import type { World } from './world.ts'

export interface NewTenantOptions {
  readonly roles?: readonly Role[]
  /** For tests of hashing itself: passwords are kept as the product keeps them. */
  readonly hashing?: 'as the product'
}

export interface WorldMember extends Holder {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly email: string
  readonly password: string
}

export interface WorldTenant {
  readonly id: string
  readonly name: string
  /** Signed in; the same one each time. */
  member(role?: Role): Promise<WorldMember>
  /** Whoever is asked for next signs in anew: somebody may have ended the sessions that there were. */
  forgetSessions(): void
  /** The same, who has shown a second factor just now. */
  proved(role?: Role): Promise<WorldMember>
  app(environment?: Environment): Promise<App>
  /** A key of that app, or of a new one, with all scopes that a key may hold unless named. */
  key(options?: NewKeyOptions): Promise<Key & Holder>
}

export interface NewKeyOptions {
  readonly app?: App
  readonly environment?: Environment
  readonly scopes?: readonly KeyScope[]
  readonly label?: string
}

const password = 'correct horse battery staple'
let count = 0

export async function createTenant(
  world: World,
  name: string,
  options: NewTenantOptions = {},
): Promise<WorldTenant> {
  const tag = newTag()
  const members = (options.roles ?? roles).map((role) => ({
    name: `${role} of ${name}`,
    email: `${role}-${tag}@world.test`,
    role,
  }))
  const { hashing } = options
  const { ownerUrl } = world
  const founded = await found({ ownerUrl, name, members, password, ...(hashing && { hashing }) })
  const signedIn = new Map<Role, Promise<WorldMember>>()

  const signIn = async (role: Role): Promise<WorldMember> => {
    const member = founded.members.find((one) => one.role === role)
    if (!member) throw new Error(`${name} was founded without a member who is ${role}`)
    const { email } = member
    const { token } = await world.as(null).auth.signIn({ body: { email, password } })
    return { ...member, token }
  }

  const tenant: WorldTenant = {
    id: founded.id,
    name,
    member: (role = 'owner') => {
      const known = signedIn.get(role) ?? signIn(role)
      signedIn.set(role, known)
      return known
    },
    forgetSessions: () => signedIn.clear(),
    async proved(role) {
      const member = await tenant.member(role)
      const { sub } = claimsOf(member)
      await world.db.query('update sessions set second_factor_at = now() where id = $1', [sub])
      return member
    },
    async app(environment = 'sandbox') {
      const api = world.as(await tenant.member())
      const project = await api.projects.create({ body: { name: `Project ${(count += 1)}` } })
      const body = { projectId: project.id, name: `App ${count}`, environment, origins: [] }
      return api.apps.create({ body })
    },
    async key({ app, environment, scopes = keyScopes, label = 'A key' } = {}) {
      const door = app ?? (await tenant.app(environment))
      const api = world.as(await tenant.member())
      const { secret, ...key } = await api.keys.issue({
        body: { appId: door.id, label, scopes: [...scopes] },
      })
      return { ...key, token: secret }
    },
  }
  return tenant
}

const claimsOf = ({ token }: Holder): { readonly sub: string } =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
