/** Transactions over HTTP, a thousand in each request, each of them new. */
import { inWorld } from '../ground.ts'
import { atLeast, perSecond, type Measure } from '../measure.ts'

const rowsAtOnce = 1000
const customers = 20_000

export function ingest(): Promise<Measure[]> {
  return inWorld(async ({ world }) => {
    const tenant = await world.tenant('Bench', { roles: ['owner'] })
    const key = await tenant.key()
    const send = async (turn: number): Promise<number> => {
      const response = await world.ask('/v1/transactions', {
        as: key,
        json: { items: batch(turn) },
      })
      const { counts } = (await response.json()) as { counts?: { created: number } }
      if (counts?.created !== rowsAtOnce) throw new Error('a batch was not taken as it was sent')
      return rowsAtOnce
    }
    await perSecond(send, { seconds: 3, atOnce: 2 })
    const value = await perSecond((turn) => send(turn + 1_000_000), { seconds: 10, atOnce: 3 })
    return [atLeast(10_000, { name: 'ingest over HTTP', value, unit: 'transactions/s' })]
  })
}

function batch(turn: number): object[] {
  return Array.from({ length: rowsAtOnce }, (_, index) => {
    const serial = turn * rowsAtOnce + index
    return {
      externalId: `transaction-${serial}`,
      customer: `customer-${serial % customers}`,
      occurredAt: '2026-11-01T10:00:00Z',
      amount: `${(serial % 90_000) / 100}`,
      currency: 'EUR',
      mcc: '5411',
      channel: 'store',
      country: 'CH',
      counterparty: { externalId: `merchant-${serial % 500}`, name: 'A merchant' },
    }
  })
}
