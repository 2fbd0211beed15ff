import type { Config } from '../../config.ts'
import { createBus } from '../bus/index.ts'
import { createClock, type Clock } from '../clock/index.ts'
import { createVault, openKeyring, openSecrets, readHouseSecrets } from '../crypto/index.ts'
import { createDatabase } from '../database/index.ts'
import { createFiles } from '../files/index.ts'
import type { Foundation, Ground } from '../foundation/index.ts'
import { createLog } from '../log/index.ts'
import { createMetrics } from '../ops/index.ts'
import { apiHistory, type ApiHistory } from '../versions/index.ts'
import { createScopes } from '../scope/index.ts'

export interface OpenFoundation extends Foundation {
  /** Says that the process begins to end. */
  end(): void
  close(): Promise<void>
}

/** What is of another make in a house of a test, or in one whose clock is moved. */
interface Made {
  readonly clock?: Clock | undefined
  readonly history?: ApiHistory | undefined
}

/** Makes the long-lived things, each once, in the order in which they lean on each other. */
export async function openFoundation(
  config: Config,
  { clock = createClock(), history = apiHistory }: Made = {},
): Promise<OpenFoundation> {
  const log = createLog(config.logLevel)
  const database = createDatabase(config, log)
  try {
    const keyring = openKeyring(config.keks)
    const secrets = await openSecrets(await readHouseSecrets(database, keyring), clock)
    const bus = createBus(database, log)
    const metrics = createMetrics()
    const ground: Ground = {
      config,
      clock,
      log,
      metrics,
      database,
      secrets,
      vault: createVault(keyring),
      files: createFiles(),
      bus,
      history,
    }
    const ending = new AbortController()
    return {
      ...ground,
      scopes: createScopes(ground),
      ending: ending.signal,
      end: () => ending.abort(),
      close: async () => {
        await bus.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
