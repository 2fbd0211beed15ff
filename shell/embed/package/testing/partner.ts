/** Somebody who has installed our package, for the tests of it: a folder with it and nothing else of ours. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPackage } from '../build.ts'

const modules = fileURLToPath(new URL('../../../../node_modules', import.meta.url))

/** What is published in these tests: a page with a view that stands in no element, and a widget. */
const published = {
  'keys.json': [
    { name: 'keys.list', title: 'API keys', element: 'sonaqor-keys' },
    { name: 'keys.issue', title: 'New API key' },
  ],
  'logs.json': [{ name: 'logs.tail', title: 'Latest requests', element: 'sonaqor-log-tail' }],
}

export interface Market {
  readonly packed: string
  /** Packs it once more, elsewhere. */
  packAgain(): Promise<string>
  /** A folder in which it is installed, with packages of ours under the names that a partner has them by. */
  partner(name: string, packages?: Readonly<Record<string, string>>): string
  close(): void
}

/** Packs the package as the build does. */
export async function openMarket(): Promise<Market> {
  const home = mkdtempSync(join(tmpdir(), 'sonaqor-package-'))
  const manifests = Object.entries(published).map(([file, views]) => {
    writeFileSync(join(home, file), JSON.stringify({ views }))
    return join(home, file)
  })
  const packed = await buildPackage(manifests, join(home, 'out'))
  return {
    packed,
    packAgain: () => buildPackage(manifests, join(home, 'again')),
    partner(name, packages = {}) {
      const folder = join(home, name)
      const installed = join(folder, 'node_modules/@sonaqor/embed')
      cpSync(join(home, 'out/package'), installed, { recursive: true })
      for (const [as, from] of Object.entries(packages)) {
        const at = join(folder, 'node_modules', as)
        mkdirSync(dirname(at), { recursive: true })
        symlinkSync(join(modules, from), at)
      }
      return folder
    },
    close: () => rmSync(home, { recursive: true }),
  }
}
