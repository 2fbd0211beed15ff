/** A world with a worker and a receiver, for tests of what is brought by webhook. */
import type { App } from '@sonaqor/contract/apps'
import type { NewEndpoint } from '@sonaqor/contract/webhook-endpoints'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { WorldTenant } from '../builders.ts'
import { startReceiver, type Receiver } from './receiver.ts'
import { until } from '../until.ts'
import { startProcessWorld, type ProcessWorld } from '../world.ts'

export interface Happens {
  readonly type?: string
  readonly appId?: string | null
  readonly environment?: string | null
  readonly data?: object
}

// oxlint-disable-next-line typescript/no-explicit-any -- rows as the database has them, for a test to look at
export type Row = Record<string, any>

export interface MadeEndpoint {
  readonly id: string
  readonly secret: string
  readonly revision: number
  /** Of its own at the receiver. */
  readonly path: string
}

const isOver = (state: string) => state !== 'waiting' && state !== 'retrying'

export async function startWebhookWorld(env: Readonly<Record<string, string>> = {}) {
  const world: ProcessWorld = await startProcessWorld({
    worker: true,
    env: { SONAQOR_LIMIT_FACTOR: '1000', ...env },
  })
  const receiver: Receiver = await startReceiver()
  const tenant: WorldTenant = await world.tenant('Acme', { roles: ['owner'] })
  const owner = await tenant.member()
  const app: App = await tenant.app()
  let paths = 0

  async function rowsOf(query: string, values: unknown[]): Promise<Row[]> {
    return (await world.db.query<Row>(query, values)).rows
  }
  const deliveriesOf = (endpointId: string) =>
    rowsOf('select * from webhook_deliveries where endpoint_id = $1 order by id', [endpointId])
  const statesOf = async (endpointId: string) =>
    (await deliveriesOf(endpointId)).map(({ state }) => String(state))

  return {
    world,
    receiver,
    tenant,
    owner,
    app,
    rowsOf,
    deliveriesOf,
    statesOf,
    attemptsOf: (deliveryId: string) =>
      rowsOf('select * from webhook_attempts where delivery_id = $1 order by number', [deliveryId]),

    /** At a path of its own, for one type that nothing else in this world makes. */
    async endpoint(more: Partial<NewEndpoint> = {}): Promise<MadeEndpoint> {
      const path = `/hook-${(paths += 1)}`
      const url = receiver.url + path
      const body = { appId: app.id, url, eventTypes: ['keys.updated'], ...more }
      return { ...(await world.as(owner).webhooks.createEndpoint({ body })), path }
    },

    /** As many events of one transaction; the house is told as it tells itself. */
    async happen(count = 1, more: Happens = {}): Promise<string[]> {
      const { type = 'keys.updated', appId = app.id, environment = 'sandbox', data = {} } = more
      const ids = Array.from({ length: count }, () => uuidv7())
      await world.db.query(
        `insert into events (tenant_id, environment, id, app_id, type, ref, data, at)
         select $1, $2, id, $3, $4, '{}', $5::jsonb || jsonb_build_object('n', n), now()
         from unnest($6::uuid[]) with ordinality u(id, n)`,
        [tenant.id, environment, appId, type, data, ids],
      )
      await world.db.query("select pg_notify('sonaqor', 'events')")
      return ids
    },

    /** Until as many were made, and none of them waits for anything. */
    settled: (endpointId: string, count = 1) =>
      until(async () => {
        const states = await statesOf(endpointId)
        return states.length >= count && states.every(isOver)
      }),

    /** What waits for its next attempt is due now. */
    async hurry(endpointId: string): Promise<void> {
      await until(async () => (await statesOf(endpointId)).includes('retrying'))
      const due = 'set due_at = now() where endpoint_id = $1'
      await world.db.query(`update webhook_deliveries ${due} and due_at is not null`, [endpointId])
      await world.db.query(`update webhook_lanes ${due}`, [endpointId])
      await world.db.query('select pg_notify($1, $2)', [
        'sonaqor',
        `webhooks\nwebhooks:${tenant.id}`,
      ])
    },

    idsAt: (path: string) => receiver.at(path).map(({ headers }) => String(headers['webhook-id'])),

    async stop() {
      await world.stop()
      await receiver.stop()
    },
  }
}

export type WebhookWorld = Awaited<ReturnType<typeof startWebhookWorld>>
