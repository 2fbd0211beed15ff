/** Brings what was built here to the release registry, by the same door that module teams use. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError, type Client } from '@sonaqor/contract/client'
import { clientOverHttp } from '@sonaqor/contract/over-http'
import { builtModules } from '../build/parts.ts'
import { buildDir } from '../places.ts'
import { writePrivately } from '../private-file.ts'
import { publish, readManifest } from '../publish.ts'

export interface LocalReleases {
  readonly url: string
  readonly dataDir: string
  /** A new token of a module's team, for where none is known yet. */
  readonly makeToken: (module: string) => Promise<string>
}

const builds = join(buildDir, 'modules')

/** Afterwards the registry shows of every module what stands in the working tree. */
export async function publishLocalBuilds(options: LocalReleases): Promise<void> {
  const { modules } = await clientOverHttp(options.url).registry.show()
  const shown = new Map(modules.map(({ manifest }) => [manifest.name, manifest.version]))
  for (const name of builtModules()) {
    const { version } = readManifest(join(builds, name))
    if (shown.get(name) === version) continue
    await withTeam(options, name, (client) => bringForward(client, name))
    console.log(`publish  ${name} ${version}`)
  }
}

/**
 * A module that was published from here and whose folder is gone goes from the registry too. Modules
 * of other places are left alone: we are not their team, and hold no token of theirs.
 */
export async function withdrawGone(
  options: LocalReleases,
  standing: readonly string[] = builtModules(),
): Promise<void> {
  const { modules } = await clientOverHttp(options.url).registry.show()
  const shown = new Set(modules.map(({ manifest }) => manifest.name))
  const ours = Object.keys(readTokens(options.dataDir))
  for (const name of ours.filter((one) => shown.has(one) && !standing.includes(one))) {
    await withTeam(options, name, (client) => withdrawAll(client, name))
    console.log(`withdraw ${name}, whose folder is gone`)
  }
}

async function withdrawAll(client: Client, name: string): Promise<void> {
  const { data } = await client.releases.list({ query: { module: name } })
  for (const { id, state } of data) {
    if (state === 'published') await client.releases.withdraw({ params: { id } })
  }
}

/** A version that is there already, or was withdrawn, comes back before those published after it. */
async function bringForward(client: Client, name: string): Promise<void> {
  const release = await publish(client, join(builds, name))
  if (release.state === 'withdrawn') await client.releases.restore({ params: { id: release.id } })
  const { data: newestFirst } = await client.releases.list({ query: { module: name } })
  const newer = newestFirst.slice(
    0,
    newestFirst.findIndex(({ id }) => id === release.id),
  )
  for (const { id, state } of newer) {
    if (state === 'published') await client.releases.withdraw({ params: { id } })
  }
}

/** Acts as the module's team, whose token is kept. In another database it is unknown, and made anew. */
async function withTeam(
  options: LocalReleases,
  module: string,
  act: (client: Client) => Promise<void>,
): Promise<void> {
  const kept = readTokens(options.dataDir)[module]
  try {
    await act(clientOverHttp(options.url, kept ?? (await newToken(options, module))))
  } catch (error) {
    const isRefused = error instanceof ProblemError && error.problem.code === 'unauthenticated'
    if (!kept || !isRefused) throw error
    await act(clientOverHttp(options.url, await newToken(options, module)))
  }
}

async function newToken({ makeToken, dataDir }: LocalReleases, module: string): Promise<string> {
  const token = await makeToken(module)
  const tokens = { ...readTokens(dataDir), [module]: token }
  writePrivately(tokensFile(dataDir), `${JSON.stringify(tokens, null, 2)}\n`)
  return token
}

const tokensFile = (dataDir: string): string => join(dataDir, 'module-tokens.json')

function readTokens(dataDir: string): Readonly<Record<string, string>> {
  const file = tokensFile(dataDir)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}
