/**
 * Publishes a build of a module, as its team does:
 *
 *     SONAQOR_URL=… SONAQOR_MODULE_TOKEN=… node .run/publish.ts .build/modules/keys
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Client } from '@sonaqor/contract/client'
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import { clientOverHttp } from '@sonaqor/contract/over-http'
import type { Release } from '@sonaqor/contract/releases'

export function readManifest(folder: string): ModuleManifest {
  return JSON.parse(readFileSync(join(folder, 'module.json'), 'utf8')) as ModuleManifest
}

/** Sends the manifest of a build and every file that it names. Once more changes nothing. */
export function publish(client: Client, folder: string): Promise<Release> {
  const manifest = readManifest(folder)
  const files = manifest.files.map(({ path }) => [
    path,
    readFileSync(join(folder, path)).toString('base64'),
  ])
  return client.releases.publish({ body: { manifest, files: Object.fromEntries(files) } })
}

async function main() {
  const { SONAQOR_URL: url, SONAQOR_MODULE_TOKEN: token } = process.env
  const [folder] = process.argv.slice(2)
  if (!url || !token || !folder) {
    throw new Error('Name the build, and set SONAQOR_URL and SONAQOR_MODULE_TOKEN.')
  }
  const { module, version, state } = await publish(clientOverHttp(url, token), resolve(folder))
  console.log(`${module} ${version} is ${state}`)
}

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
