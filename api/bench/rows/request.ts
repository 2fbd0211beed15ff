/** A whole authenticated request of the Partner API, beside the same Koa with next to nothing. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { inWorld } from '../ground.ts'
import { requestsPerSecond } from '../load.ts'
import { atLeastOf, fact, median, type Measure } from '../measure.ts'

const rounds = 3
const load = { seconds: 4, connections: 32 }

export function request(): Promise<Measure[]> {
  return inWorld(async ({ world, appUrl }) => {
    const tenant = await world.tenant('Bench', { roles: ['owner'] })
    const key = await tenant.key({ environment: 'sandbox' })
    const reference = fork(fileURLToPath(new URL('../reference-server.ts', import.meta.url)), {
      env: { ...process.env, DATABASE_APP_URL: appUrl },
    })
    try {
      const [{ port }] = (await once(reference, 'message')) as [{ port: number }]
      const at = (kind: string) => `http://127.0.0.1:${port}/${kind}/${tenant.id}/${key.appId}`
      const ways = {
        bare: { url: at('bare') },
        tenant: { url: at('tenant') },
        ours: {
          url: `${world.url}/v1/apps/${key.appId}`,
          headers: { authorization: `Bearer ${key.token}` },
        },
      }
      const rates = { bare: [] as number[], tenant: [] as number[], ours: [] as number[] }
      // The first round warms up; then they take turns, so that a busy moment hits all alike.
      for (let round = 0; round <= rounds; round += 1) {
        for (const way of ['bare', 'tenant', 'ours'] as const) {
          const rate = await requestsPerSecond({ ...ways[way], ...load })
          if (round > 0) rates[way].push(rate)
        }
      }
      const ours = median(rates.ours)
      const unit = 'requests/s'
      return [
        atLeastOf(0.6, {
          name: 'partner request beside a tenant transaction with one select',
          value: ours,
          unit,
          reference: median(rates.tenant),
        }),
        fact({
          name: 'partner request beside bare Koa with one select',
          value: ours,
          unit,
          reference: median(rates.bare),
        }),
      ]
    } finally {
      reference.kill()
    }
  })
}
