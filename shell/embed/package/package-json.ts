/**
 * The `package.json` of the package that partners install. The workspace `shell/embed` has the same
 * name, is never published, and gives our own shell the sources of the host: what stands in our
 * sources under this name means the workspace, what stands in a partner's page means this package.
 */
import { manifestOf } from '../../../.run/package/package-json.ts'

/** What can be imported of it; `index` is the package by its bare name. */
export const entries = ['index', 'loader', 'host', 'react', 'testing', 'vue'] as const

export const manifest = (version: string): object =>
  manifestOf({
    name: '@sonaqor/embed',
    version,
    description: 'Views of Sonaqor in a page of yours.',
    entries,
    more: {
      peerDependencies: { react: '>=18' },
      peerDependenciesMeta: { react: { optional: true } },
      engines: { node: '>=18' },
    },
  })
