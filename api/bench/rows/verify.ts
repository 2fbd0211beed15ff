/** Checking a key, as a request does it: checksum, HMAC, and the one round trip that begins it all. */
import { anonymous } from '../../src/core/access/index.ts'
import { keyAuthenticator } from '../../src/features/keys/index.ts'
import { inWorld } from '../ground.ts'
import { atMost, fact, percentile, type Measure } from '../measure.ts'

const warmUp = 1000
const samples = 5000

export function verify(): Promise<Measure[]> {
  return inWorld(async ({ world, foundation }) => {
    const tenant = await world.tenant('Bench', { roles: ['owner'] })
    const key = await tenant.key()
    const { scopes } = await foundation()
    const taken: number[] = []
    const bare: number[] = []
    for (let turn = 0; turn < warmUp + samples; turn += 1) {
      await scopes.run(anonymous, async (scope) => {
        const start = performance.now()
        await keyAuthenticator.authenticate(scope, key.token)
        if (turn >= warmUp) taken.push(performance.now() - start)
      })
      await scopes.run(anonymous, async (scope) => {
        const start = performance.now()
        await scope.db.raw('select 1')
        if (turn >= warmUp) bare.push(performance.now() - start)
      })
    }
    // The reference opens a transaction as well, and asks for nothing: what a busy machine adds to both.
    const beside = (share: number) => ({
      value: percentile(taken, share),
      reference: percentile(bare, share),
      unit: 'ms',
    })
    return [
      fact({ name: 'key verification, p50', ...beside(0.5) }),
      atMost(1, { name: 'key verification, p99', ...beside(0.99) }),
    ]
  })
}
