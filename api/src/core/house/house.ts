/** One process of the house: its foundation, its features, and the roles that it plays. */
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config, ServerRole } from '../../config.ts'
import type { Clock } from '../clock/index.ts'
import { startReader, startSequencer, tellOfUnknown } from '../events/index.ts'
import { featuresOf, type Feature, type FeatureMaker } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { startWorker } from '../jobs/index.ts'
import { serveLive } from '../live/index.ts'
import { openFoundation } from './foundation.ts'
import { housekeeping } from './housekeeping.ts'
import type { ApiHistory } from '../versions/index.ts'
import { createWeb } from './web.ts'

export interface HouseOptions {
  readonly config: Config
  readonly features: readonly FeatureMaker[]
  readonly roles: readonly ServerRole[]
  /** A history is made by a house whose clock is moved; everybody else leaves it out. */
  readonly clock?: Clock
  /** Which versions of the API it speaks, where those are not ours. */
  readonly history?: ApiHistory
}

export interface House {
  readonly foundation: Foundation
  /** Where it listens, if it serves the web or sockets. */
  readonly port: number | null
  /** Takes nothing new, finishes what is under way, writes down what it holds, and closes. */
  stop(): Promise<void>
}

const drainMs = 10_000
/** So soon after its answer the connection of a request that was under way is closed as well. */
const sweepMs = 50

export async function openHouse(options: HouseOptions): Promise<House> {
  const { config, roles } = options
  const foundation = await openFoundation(config, options)
  const features = featuresOf(options.features, foundation)
  const plays = (...some: ServerRole[]) => some.some((role) => roles.includes(role))
  let isServing = true
  const server = plays('web', 'live')
    ? createWeb({ foundation, features, isServing: () => isServing })
    : undefined
  const closers = [
    ...(plays('live', 'worker') ? [startSequencer(foundation)] : []),
    ...(server && plays('live') ? [await serveLive(foundation, features, server)] : []),
    ...(plays('worker') ? await startWork(foundation, features) : []),
  ]
  const port = server ? await listen(server, config) : null
  return {
    foundation,
    port,
    stop: async () => {
      isServing = false
      foundation.end()
      const drained = server ? drain(server) : undefined
      await Promise.all(closers.map((one) => one.close()))
      await drained
      await closeFeatures(foundation, features)
      await foundation.close()
    },
  }
}

/** What happens behind the requests: jobs, and the readers that may miss no event. */
async function startWork(foundation: Foundation, features: readonly Feature[]) {
  const jobs = [
    ...housekeeping(features).jobs,
    ...features.flatMap((feature) => feature.jobs ?? []),
  ]
  const readers = features.flatMap((feature) => feature.readers ?? [])
  await tellOfUnknown(foundation, readers)
  return [
    await startWorker(foundation, jobs),
    ...readers.map((reader) => startReader(foundation, reader)),
    ...features.flatMap((feature) => feature.work?.() ?? []),
  ]
}

async function listen(server: Server, { port, host }: Config): Promise<number> {
  server.listen(port, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Idle connections close at once, busy ones after their answer; nobody is waited for for ever. */
async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs)
  const giveUp = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearInterval(sweep)
  clearTimeout(giveUp)
}

/** One that cannot write down what it holds says so, and keeps no other from it. */
async function closeFeatures({ log }: Foundation, features: readonly Feature[]): Promise<void> {
  const results = await Promise.allSettled(features.map(({ close }) => close?.()))
  for (const result of results) {
    if (result.status === 'rejected') log.error({ err: result.reason }, 'a feature did not close')
  }
}
