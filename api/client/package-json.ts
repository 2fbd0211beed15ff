/** The `package.json` of the package that partners install; that of the workspace is never published. */
import { manifestOf } from '../../.run/package/package-json.ts'

/** What can be imported of it; `index` is the package by its bare name. */
export const entries = ['index', 'webhooks'] as const

/** What `npx @sonaqor/client` runs. It is the only one, so that npx takes it whatever it is called. */
export const program = 'listen/main'

export const manifest = (version: string): object =>
  manifestOf({
    name: '@sonaqor/client',
    version,
    description: 'The Partner API of Sonaqor, typed.',
    entries,
    more: { engines: { node: '>=20' }, bin: { sonaqor: `./esm/${program}.js` } },
  })
