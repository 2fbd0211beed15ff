/**
 * Publishes a build of a module, as its team does:
 *
 *     SONAQOR_URL=… SONAQOR_MODULE_TOKEN=… node .run/publish.ts .build/modules/keys
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createClient, type Client } from '@sonaqor/contract/client'
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import type { Release } from '@sonaqor/contract/releases'

const requestMs = 30_000

/** The API as the holder of a token meets it, or as anybody does. Refusals reject with a `ProblemError`. */
export function clientOf(url: string, token?: string): Client {
  return createClient(async ({ method, path, headers, body }) => {
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        ...headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(requestMs),
    })
    return { status: answer.status, body: await answer.json() }
  })
}

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
  const { module, version, state } = await publish(clientOf(url, token), resolve(folder))
  console.log(`${module} ${version} is ${state}`)
}

if (import.meta.main) {
  await main().catch((error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
