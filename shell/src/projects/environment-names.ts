import type { Environment } from '@sonaqor/module'
import type { Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

export const environmentNames: Readonly<Record<Environment, Text>> = {
  sandbox: texts.sandbox,
  production: texts.production,
}
