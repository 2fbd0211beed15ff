/** Releases: how a module team ships a build, and how hosts find it at run time. */
import { z } from 'zod'
import { get, post } from './endpoint.ts'
import { ModuleManifest, moduleName, version } from './manifest.ts'
import { Id, Instant } from './values.ts'

export const Release = z
  .object({
    id: Id,
    module: moduleName,
    version,
    state: z.enum(['published', 'withdrawn']),
    publishedAt: Instant,
  })
  .meta({ id: 'Release' })
export type Release = z.output<typeof Release>

/** A module as a host meets it: its manifest and where the files of that version lie. */
export const RegisteredModule = z
  .object({ baseUrl: z.string().describe('Ends with a slash'), manifest: ModuleManifest })
  .meta({ id: 'RegisteredModule' })
export type RegisteredModule = z.output<typeof RegisteredModule>

const ReleaseParams = z.strictObject({ id: Id })

export const releases = {
  list: get('/releases', {
    access: 'staff',
    summary: 'List the releases of a module, newest first',
    query: z.strictObject({ module: moduleName }),
    reply: z.object({ data: z.array(Release) }),
  }),
  publish: post('/releases', {
    access: 'staff',
    summary: 'Publish a build of a module',
    description:
      'Takes the manifest and every file, in base64. A file whose hash differs from the manifest is refused. Publishing the same version with the same files again changes nothing; with other files it is a conflict.',
    body: z.strictObject({
      manifest: ModuleManifest,
      files: z.record(z.string(), z.base64()),
    }),
    reply: Release,
    status: 201,
    bodyMax: 24 * 1024 * 1024,
  }),
  withdraw: post('/releases/{id}/withdraw', {
    access: 'staff',
    summary: 'Take a release away from every host',
    params: ReleaseParams,
    reply: Release,
  }),
  restore: post('/releases/{id}/restore', {
    access: 'staff',
    summary: 'Bring a withdrawn release back',
    params: ReleaseParams,
    reply: Release,
  }),
}

export const registry = {
  show: get('/registry', {
    access: 'public',
    summary: 'Show the newest published release of every module',
    reply: z.object({ modules: z.array(RegisteredModule) }),
    embeddable: true,
    locked: 'no-customer-data',
    limit: { requests: 600, seconds: 60, per: 'ip' },
  }),
}
