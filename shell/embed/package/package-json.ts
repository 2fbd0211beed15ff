/**
 * The `package.json` of the package that partners install. The workspace `shell/embed` has the same
 * name, is never published, and gives our own shell the sources of the host: what stands in our
 * sources under this name means the workspace, what stands in a partner's page means this package.
 */

/** Modules of today, and those for whoever still requires them. */
export type Kind = 'esm' | 'cjs'

/** What can be imported of it; `index` is the package by its bare name. */
export const entries = ['index', 'loader', 'host', 'react', 'testing', 'vue'] as const

export const manifestOf = (version: string): object => ({
  name: '@sonaqor/embed',
  version,
  description: 'Views of Sonaqor in a page of yours.',
  license: 'UNLICENSED',
  type: 'module',
  sideEffects: false,
  main: './cjs/index.js',
  module: './esm/index.js',
  types: './esm/index.d.ts',
  exports: {
    ...Object.fromEntries(
      entries.map((entry) => [entry === 'index' ? '.' : `./${entry}`, both(entry)]),
    ),
    './package.json': './package.json',
  },
  // For whoever resolves modules as TypeScript did before there were exports.
  typesVersions: {
    '*': Object.fromEntries(entries.map((entry) => [entry, [`esm/${entry}.d.ts`]])),
  },
  peerDependencies: { react: '>=18' },
  peerDependenciesMeta: { react: { optional: true } },
  engines: { node: '>=18' },
})

const both = (entry: string) => ({
  import: { types: `./esm/${entry}.d.ts`, default: `./esm/${entry}.js` },
  require: { types: `./cjs/${entry}.d.ts`, default: `./cjs/${entry}.js` },
})
