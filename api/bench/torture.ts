/**
 * `npm run torture` sends real requests while the web process or the whole database is killed with
 * -9 at a random moment, again and again, and then looks: every request that was answered stands in
 * the logs, every accepted row is there, and of no batch there is a part. `npm run torture -- webhooks`
 * kills workers that bring events instead; `--events`, `--kills`, `--crashes` and `--cuts` say how much of it.
 */
import { parseArgs } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { inWorld, openCluster, type Cluster } from './ground.ts'
import { createCallers, type Callers } from './torture/callers.ts'
import { findLosses } from './torture/losses.ts'
import { tortureWebhooks } from './torture/webhooks.ts'
import type { ProcessWorld } from '../src/testing/world.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '20' },
    events: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '20' },
    crashes: { type: 'string', default: '5' },
    cuts: { type: 'string', default: '20' },
  },
})
const rounds = Number(values.rounds)
/** Nothing strikes before things are well under way. */
const answersBefore = 10

/** What is killed; it stands again when the promise resolves. */
type Blow = (world: ProcessWorld, cluster: Cluster) => Promise<void>

const blows: Readonly<Record<string, Blow>> = {
  'the web process': async (world) => {
    await world.servers.at(-1)?.kill()
    await world.grow()
  },
  'the database': (_, cluster) => cluster.crash(),
}

async function main(): Promise<void> {
  const cluster = await openCluster({ durable: true })
  try {
    if (positionals.includes('webhooks')) {
      const { events, kills, crashes, cuts } = values
      await tortureWebhooks(cluster, {
        events: Number(events),
        kills: Number(kills),
        crashes: Number(crashes),
        cuts: Number(cuts),
      })
      return
    }
    await inWorld(async ({ world }) => {
      const tenant = await world.tenant('Torture', { roles: ['owner'] })
      const callers = createCallers(world, await tenant.key())
      for (const [name, strike] of Object.entries(blows)) {
        for (let round = 1; round <= rounds; round += 1) {
          await oneRound(callers, () => strike(world, cluster))
          const losses = await findLosses(world.db, callers.sent())
          const { answered, batches } = callers.counts()
          console.log(
            `${name} ${round}/${rounds}: ${answered} answers, ${batches} batches, ${losses.length} lost`,
          )
          if (losses.length > 0) throw new Error(`lost: ${losses.slice(0, 5).join('; ')}`)
        }
      }
    })
    console.log(`Nothing was lost in ${rounds * Object.keys(blows).length} rounds.`)
  } finally {
    await cluster.stop()
  }
}

async function oneRound(callers: Callers, strike: () => Promise<void>): Promise<void> {
  const before = callers.counts().answered
  const calling = callers.start()
  while (callers.counts().answered < before + answersBefore) await sleep(10)
  await sleep(Math.random() * 1000)
  await strike()
  await sleep(300)
  await calling.stop()
}

await main()
