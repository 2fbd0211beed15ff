import type { Environment } from './host.ts'
import * as texts from './texts/en.ts'
import type { Text } from './texts.ts'

/** What people call the two worlds, in every view alike. */
export const environmentNames: Readonly<Record<Environment, Text>> = {
  sandbox: texts.sandbox,
  production: texts.production,
}
