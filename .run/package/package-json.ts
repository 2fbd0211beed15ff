/** The `package.json` of a package that partners install from us. */

/** Modules of today, and those for whoever still requires them. */
export type Kind = 'esm' | 'cjs'

export interface Published {
  readonly name: string
  readonly version: string
  readonly description: string
  /** What can be imported of it; `index` is the package by its bare name. */
  readonly entries: readonly string[]
  /** What it says beside that. */
  readonly more: object
}

export const manifestOf = ({ name, version, description, entries, more }: Published): object => ({
  name,
  version,
  description,
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
  ...more,
})

const both = (entry: string) => ({
  import: { types: `./esm/${entry}.d.ts`, default: `./esm/${entry}.js` },
  require: { types: `./cjs/${entry}.d.ts`, default: `./cjs/${entry}.js` },
})
