/** The product as `npm start` starts it, for the journeys: alone, on free ports, on new data. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toolEnvironment } from '../command.ts'
import { root } from '../places.ts'
import { freePortPair } from '../ports.ts'
import { clusterHome } from '../postgres/record.ts'

export interface Product {
  readonly url: string
  readonly portalUrl: string
  /** Holds `demo.json` and `module-tokens.json`. */
  readonly dataDir: string
  /** Resolves with the exit code, which is 0 when everything stopped as it should. */
  stop(): Promise<number>
}

/** With further settings, where whoever starts it has made something for it to reach. */
export async function startProduct(further: NodeJS.ProcessEnv = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sonaqor-journeys-'))
  chmodSync(dataDir, 0o755)
  const port = await freePortPair()
  const child = fork(join(root, '.run/start.ts'), {
    cwd: root,
    env: { ...ownSettings(), ...further, SONAQOR_DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(([code]) => Number(code ?? 1))
  const isReady = await Promise.race([once(child, 'message'), ended])
  const clear = () => {
    const home = clusterHome(dataDir)
    if (home) rmSync(home, { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
  if (typeof isReady === 'number') {
    clear()
    throw new Error('the product did not start')
  }
  return {
    url: `http://localhost:${port}`,
    portalUrl: `http://127.0.0.1:${port + 100}`,
    dataDir,
    stop: async () => {
      child.kill('SIGTERM')
      const code = await ended
      clear()
      return code
    },
  }
}

/** Whatever somebody has set up for a product of theirs must not reach this one. */
function ownSettings(): NodeJS.ProcessEnv {
  const others = /^(DATABASE_|SONAQOR_|PUBLIC_URL$|STAFF_URL$)/
  return Object.fromEntries(Object.entries(toolEnvironment).filter(([name]) => !others.test(name)))
}
