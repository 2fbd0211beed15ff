/** What a partner's server asks over some days: mostly well, at times badly, as all of them do. */
import { createRandom, type Random } from './random.ts'
import { customer, transaction } from './shopping.ts'

/** The keys that one app's servers use; one may only read, and one was taken back long ago. */
export interface AppKeys {
  readonly server: string
  readonly reader: string
  readonly revoked: string
}

export interface Ask {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly key: string
  readonly body?: unknown
}

type Maker = (random: Random, keys: AppKeys, at: Date) => Ask

const customersAtFirst = 12

/** Makes the asks of one app, one after the other; each app has its own seed. */
export function trafficOf(seed: number, keys: AppKeys): (at: Date) => Ask {
  const random = createRandom(seed)
  let asked = 0
  return (at) => {
    asked += 1
    return asked === 1 ? firstCustomers(random, keys, at) : random.one(mixture)(random, keys, at)
  }
}

const firstCustomers: Maker = (random, { server }) => ({
  method: 'POST',
  path: '/v1/customers',
  key: server,
  body: { items: Array.from({ length: customersAtFirst }, (_, i) => customer(random, i + 1)) },
})

const purchases: Maker = (random, { server }, at) => ({
  method: 'POST',
  path: '/v1/transactions',
  key: server,
  body: { items: Array.from({ length: random.between(2, 8) }, () => purchase(random, at)) },
})

const onePurchase: Maker = (random, { server }, at) => ({
  method: 'POST',
  path: '/v1/transactions',
  key: server,
  body: purchase(random, at),
})

const changedCustomer: Maker = (random, { server }) => ({
  method: 'POST',
  path: '/v1/customers',
  key: server,
  body: customer(random, random.between(1, customersAtFirst)),
})

const look =
  (path: string): Maker =>
  (_, { reader }) => ({ method: 'GET', path, key: reader })

const badAmount: Maker = (random, { server }, at) => ({
  method: 'POST',
  path: '/v1/transactions',
  key: server,
  body: { ...purchase(random, at), amount: '12,50' },
})

const wrongKey: Maker = (random, { reader }, at) => ({
  method: 'POST',
  path: '/v1/transactions',
  key: reader,
  body: purchase(random, at),
})

const oldKey: Maker = (random, { revoked }, at) => ({
  method: 'POST',
  path: '/v1/transactions',
  key: revoked,
  body: purchase(random, at),
})

/** Each is as likely as it often stands here. */
const mixture: readonly Maker[] = [
  ...Array.from({ length: 14 }, () => purchases),
  ...Array.from({ length: 7 }, () => onePurchase),
  ...Array.from({ length: 4 }, () => changedCustomer),
  look('/v1/keys'),
  look('/v1/apps?limit=10'),
  look('/v1/logs?limit=5'),
  look('/v1/apps/00000000-0000-7000-8000-000000000000'),
  badAmount,
  wrongKey,
  oldKey,
]

function purchase(random: Random, at: Date) {
  const id = `demo-${at.getTime().toString(36)}-${random.between(0, 36 ** 6).toString(36)}`
  const buyer = `demo-customer-${random.between(1, customersAtFirst)}`
  const earlier = new Date(at.getTime() - random.between(1, 240) * 1000)
  return transaction(random, id, buyer, earlier)
}
