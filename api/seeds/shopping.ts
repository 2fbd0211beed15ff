/** Customers and what they buy, as a partner would send them. Nobody in it exists. */
import type { customers } from '@sonaqor/contract/customers'
import type { RequestOf } from '@sonaqor/contract/endpoint'
import type { transactions } from '@sonaqor/contract/transactions'
import type { Random } from './random.ts'

type Single<Body> = Exclude<Body, { items: unknown[] }>
export type Customer = Single<RequestOf<typeof customers.ingest>['body']>
export type Transaction = Single<RequestOf<typeof transactions.ingest>['body']>

const givenNames = ['Ada', 'Bruno', 'Chioma', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hana', 'Ivo']
const familyNames = ['Abara', 'Brandt', 'Castell', 'Doyle', 'Eriksen', 'Fontaine', 'Grady', 'Hoshi']
const regions = [
  ['Berlin', 'DE'],
  ['Lyon', 'FR'],
  ['Porto', 'PT'],
  ['Utrecht', 'NL'],
  ['Tartu', 'EE'],
] as const

/** What is bought: the merchant, its category code, and the usual span of the amount in cents. */
const habits = [
  ['Green Pantry', '5411', 900, 9_500],
  ['Corner Espresso', '5814', 250, 1_400],
  ['Northline Rail', '4112', 400, 12_000],
  ['Paper & Ink Books', '5942', 700, 6_000],
  ['Volt Electronics', '5732', 2_500, 90_000],
  ['Stella Stays', '7011', 6_000, 45_000],
] as const

export function customer(random: Random, number: number): Customer {
  const given = random.one(givenNames)
  const family = random.one(familyNames)
  const [region, country] = random.one(regions)
  return {
    externalId: `demo-customer-${number}`,
    givenName: given,
    familyName: family,
    birthDate: `${random.between(1951, 2005)}-0${random.between(1, 9)}-${random.between(10, 28)}`,
    gender: random.one(['female', 'male', 'other'] as const),
    nationality: country,
    region,
    email: `${given}.${family}.${number}@mail.example`.toLowerCase(),
    address: { city: region, country },
    attributes: { demo: true },
  }
}

export function transaction(random: Random, id: string, buyer: string, at: Date): Transaction {
  const [merchant, mcc, least, most] = random.one(habits)
  const cents = random.between(least, most)
  const [region, country] = random.one(regions)
  return {
    externalId: id,
    customer: buyer,
    occurredAt: at.toISOString(),
    kind: 'purchase',
    amount: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
    currency: 'EUR',
    description: merchant,
    channel: random.one(['online', 'store'] as const),
    mcc,
    region,
    country,
    counterparty: { name: merchant, country },
    instrument: { kind: 'card', lastFour: String(random.between(1000, 9999)) },
    attributes: { demo: true },
  }
}
