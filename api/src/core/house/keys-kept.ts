/** Keeps the keys of the vault young: wraps them anew, replaces them, and seals anew behind them. */
import { z } from 'zod'
import { systemPrincipal } from '../access/index.ts'
import {
  resealSome,
  rewrapHouseSecrets,
  rewrapKeys,
  type Purpose,
  type SealedStore,
} from '../crypto/index.ts'
import { doing, type Command, type JobRunner } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { job } from '../jobs/index.ts'
import type { Scope } from '../scope/index.ts'

const Reseal = z.object({ now: z.boolean().default(false) })
const resealHouse = job('house.reseal', Reseal)
const resealTenant = job('house.reseal-tenant', Reseal)

/** The jobs and commands for what the features keep sealed; each purpose is one store's own. */
export function keysKept(stores: readonly SealedStore[]) {
  const twice = stores.find(({ purpose }, at) =>
    stores.slice(0, at).some((other) => other.purpose.name === purpose.name),
  )
  if (twice) throw new Error(`two stores are sealed for ${twice.purpose.name}`)
  const storesOf = (of: Purpose['of']) => stores.filter(({ purpose }) => purpose.of === of)
  const jobs: readonly JobRunner[] = [
    doing({ ...resealing(resealHouse, storesOf('house')), every: '37 * * * *' }),
    doing({
      ...resealing(resealTenant, storesOf('tenant')),
      every: '41 * * * *',
      each: 'tenant',
    }),
  ]
  return { jobs, commands: { 'rewrap-keys': rewrapNow, 'replace-data-keys': replaceNow } }
}

/** Wraps the keys, then seals some of each store anew; where there is more, another job goes on. */
function resealing(type: typeof resealHouse, stores: readonly SealedStore[]) {
  return {
    type,
    async run(scope: Scope, { now }: z.output<typeof Reseal>): Promise<void> {
      const of = scope.principal.tenantId === null ? 'house' : 'tenant'
      await rewrapKeys(scope, scope.vault.keyring, of)
      let isMore = false
      for (const store of stores) {
        isMore = (await resealSome(scope, scope.vault, store, { now })) || isMore
      }
      if (isMore) await scope.start(type, { now: false })
    },
  }
}

/** After the key-encryption key was replaced: answers when nothing leans on the one before. */
const rewrapNow: Command = async (foundation) => {
  const { keyring } = foundation.vault
  await rewrapHouseSecrets(foundation.database, keyring)
  const inHouse = (scope: Scope) => rewrapKeys(scope, keyring, 'house')
  let count = await asHouse(foundation, null, inHouse)
  for (const tenantId of await everyTenant(foundation)) {
    count += await asHouse(foundation, tenantId, (scope) => rewrapKeys(scope, keyring, 'tenant'))
  }
  return `rewrapped  ${count} data keys and the secrets of the house, with ${keyring.kekId}`
}

/** Where a data key may be known to somebody: the worker replaces all of them, and seals anew. */
const replaceNow: Command = async (foundation) => {
  const tenants = await everyTenant(foundation)
  await asHouse(foundation, null, async (scope) => {
    await scope.start(resealHouse, { now: true })
    for (const tenantId of tenants) {
      await scope.start(resealTenant, { now: true }, { tenantId })
    }
  })
  return `replacing  the data keys of the house and of ${tenants.length} tenants`
}

async function everyTenant(foundation: Foundation): Promise<string[]> {
  const rows = await asHouse(foundation, null, (scope) =>
    scope.through<{ tenant_id: string }>('directory.every_tenant'),
  )
  return rows.map(({ tenant_id: id }) => id)
}

const asHouse = <T>(
  { scopes }: Foundation,
  tenantId: string | null,
  work: (scope: Scope) => Promise<T>,
): Promise<T> => scopes.run(systemPrincipal('house.keys', tenantId), work)
