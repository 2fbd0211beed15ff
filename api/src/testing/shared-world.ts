/**
 * One world for all test files that leave it as they found it: two processes, with every quota out of
 * reach. Whoever moves the clock, ends a process, counts what everybody has, or needs a setting starts
 * a world of their own.
 */
import { ownOrigin } from './fake-browser.ts'
import { askKeeper } from './ask-keeper.ts'
import { enterWorld, startWorld, type OwnWorld, type World } from './world.ts'

/** The world that other test files live in as well, each with tenants of its own. */
export async function joinWorld(): Promise<World> {
  return enterWorld(await askKeeper('world'))
}

/** For whoever keeps it. */
export function startShared(): Promise<OwnWorld> {
  return startWorld({
    processes: 2,
    env: {
      PUBLIC_URL: ownOrigin,
      SONAQOR_LIMIT_FACTOR: '100000',
      // Several files speak to it at once.
      DATABASE_POOL_SIZE: '24',
    },
  })
}
