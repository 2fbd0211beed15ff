/** The rules of releases: a team ships its own module, a version never changes, nothing is lost. */
import { isDeepStrictEqual } from 'node:util'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { scopesAmong } from '@sonaqor/contract/access'
import type { ModuleManifest } from '@sonaqor/contract/manifest'
import type { RegisteredModule, Release, releases } from '@sonaqor/contract/releases'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { contentTypeOf, encodingsOf } from '../../core/web-files/index.ts'
import { checkBuild, type BuildFile } from './check-build.ts'
import * as store from './releases.store.ts'

type Build = InputOf<typeof releases.publish>['body']

/** Hashing and packing come first, so that no transaction waits for them. */
export async function publish(scope: Scope, { manifest, files: sent }: Build): Promise<Release> {
  if (!isTeamOf(scope, manifest.name)) {
    throw new Problem('forbidden', { detail: 'The token publishes another module.' })
  }
  const files = await Promise.all(checkBuild(manifest, sent).map(packed))
  const published = await store.insertRelease(scope, manifest)
  if (!published) return sameAgain(scope, manifest)
  const { id } = published.release
  for (const file of files) await keepFile(scope, id, file)
  await store.insertAct(scope, id, 'published')
  return published.release
}

/** The same build once more changes nothing; another build under the same version is refused. */
async function sameAgain(scope: Scope, manifest: ModuleManifest): Promise<Release> {
  const there = await store.findVersion(scope, manifest)
  if (there && isDeepStrictEqual(there.manifest, manifest)) return there.release
  throw new Problem('conflict', {
    detail: `Version ${manifest.version} of ${manifest.name} was published with other files.`,
  })
}

async function packed(file: BuildFile) {
  return { ...file, encodings: await encodingsOf(file.path, file.content) }
}

async function keepFile(
  scope: Scope,
  releaseId: string,
  { path, integrity, encodings }: Awaited<ReturnType<typeof packed>>,
): Promise<void> {
  const contentType = contentTypeOf(path).type
  const kept: store.NewFile[] = []
  for (const [encoding, bytes] of encodings) {
    const { id: fileId } = await scope.files.put(scope, bytes, { contentType })
    kept.push({ releaseId, path, integrity, encoding, fileId })
  }
  await store.insertFiles(scope, kept)
}

export async function listReleases(scope: Scope, module: string): Promise<{ data: Release[] }> {
  if (!isTeamOf(scope, module)) return { data: [] }
  return { data: (await store.releasesOf(scope, module)).map(({ release }) => release) }
}

/** Takes a release out of the registry and its files off the web. Twice is as once. */
export function withdraw(scope: Scope, id: string): Promise<Release> {
  return moveTo(scope, id, 'withdrawn', 'withdrawn')
}

/** Brings a release back to its old place among the others. */
export function restore(scope: Scope, id: string): Promise<Release> {
  return moveTo(scope, id, 'published', 'restored')
}

async function moveTo(
  scope: Scope,
  id: string,
  state: Release['state'],
  act: 'withdrawn' | 'restored',
): Promise<Release> {
  const found = await store.lockRelease(scope, id)
  if (!found || !isTeamOf(scope, found.release.module)) {
    throw new Problem('not-found', { detail: 'There is no such release.' })
  }
  if (found.release.state === state) return found.release
  await store.setState(scope, id, state)
  await store.insertAct(scope, id, act)
  return { ...found.release, state }
}

function isTeamOf({ principal }: Scope, module: string): boolean {
  return principal.kind === 'module-team' && principal.module === module
}

export async function showRegistry(scope: Scope): Promise<{ modules: RegisteredModule[] }> {
  const newest = await store.newestReleases(scope)
  return {
    modules: newest
      .map(({ manifest }) => asToday(manifest))
      .filter(({ views }) => views.length > 0)
      .map((manifest) => ({
        baseUrl: `/modules/${manifest.name}/${manifest.version}/`,
        manifest,
      })),
  }
}

/** A build may be older than the scopes of today. A view that needs what nobody can hold is not shown. */
function asToday(manifest: ModuleManifest): ModuleManifest {
  const views = manifest.views.filter(({ scopes }) => scopesAmong(scopes).length === scopes.length)
  if (views.length === manifest.views.length) return manifest
  const names = new Set(views.map(({ name }) => name))
  return { ...manifest, views, nav: manifest.nav.filter(({ view }) => names.has(view)) }
}

/** The names of all views that a session may ask for. */
export const knownViews = (scope: Scope): Promise<readonly string[]> => store.viewsEver(scope)
