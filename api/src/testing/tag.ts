import { randomBytes } from 'node:crypto'

/** Makes a name that is nobody's else, though many test files live in one world. */
export const newTag = (): string => randomBytes(4).toString('hex')
