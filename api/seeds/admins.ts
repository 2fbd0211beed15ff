/**
 * The admins of the demo have an authenticator app, so that a second factor is seen where nobody has
 * set one up. Whoever settles a tenant ends a key of production, which takes one.
 */
import type { Client } from '@sonaqor/contract/client'
import { clientOverHttp } from '@sonaqor/contract/over-http'
import type { Knex } from 'knex'
import type { Clock } from '../src/core/clock/index.ts'
import type { DemoTenant } from '../src/features/demo/index.ts'
import { codeAt } from '../src/features/factors/index.ts'
import { dropTotp } from './demo.store.ts'

export interface Admin {
  readonly email: string
  /** In a session that has just shown the second factor. */
  readonly api: Client
  /** What the codes of the app are counted from: always new, for nobody knows the old one. */
  readonly totpSecret: string
}

export interface Surroundings {
  readonly url: string
  readonly owner: Knex
  readonly clock: Clock
}

export async function enterAsAdmin(
  { url, owner, clock }: Surroundings,
  { name, members }: DemoTenant,
): Promise<Admin> {
  const admin = members.find(({ role }) => role === 'admin')
  if (!admin) throw new Error(`${name} has no admin`)
  const { email, password } = admin
  await dropTotp(owner, email)
  const { token } = await clientOverHttp(url).auth.signIn({ body: { email, password } })
  const api = clientOverHttp(url, token)
  const { secret } = await api.account.beginTotp({ body: { password } })
  await api.account.confirmTotp({ body: { code: codeAt(secret, clock.now()) } })
  return { email, api, totpSecret: secret }
}
