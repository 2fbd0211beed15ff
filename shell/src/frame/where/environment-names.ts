import * as texts from '../../texts/en.ts'

/** What people call the two worlds. */
export const environmentNames = { sandbox: texts.sandbox, production: texts.production }
