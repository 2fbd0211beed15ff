import type { DemoPerson } from '@sonaqor/contract/demo'
import type { Config } from '../../config.ts'
import { isOwnHost } from '../../core/addresses/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { codeAt, sealedTotp } from '../factors/index.ts'
import { demoTenants } from './demo-tenants.ts'
import { demoTotps } from './demo.store.ts'

/**
 * Everybody whom the sign-in page may offer, with the code that whoever has an authenticator app would
 * read from it now. Outside of the demo there is no such list, nor under a name that is not ours.
 */
export async function listPeople(
  scope: Scope,
  { demo, publicUrl }: Pick<Config, 'demo' | 'publicUrl'>,
): Promise<{ data: DemoPerson[] }> {
  if (!demo || !isOwnHost(scope.request.header('host'), publicUrl))
    throw new Problem('not-found', { detail: 'There is no demo here.' })
  const codes = await codesNow(scope)
  const data = demoTenants.flatMap((tenant) =>
    tenant.members.map((member) => ({
      tenant: tenant.name,
      ...member,
      code: codes.get(member.email),
    })),
  )
  return { data }
}

async function codesNow(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>()
  for (const { person_id: record, email, sealed } of await demoTotps(scope)) {
    const place = { purpose: sealedTotp.purpose, record, field: 'totp' }
    const secret = await scope.vault.unseal(scope, place, sealed)
    codes.set(email, codeAt(secret.toString(), scope.now()))
  }
  return codes
}
