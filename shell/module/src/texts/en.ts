import { text } from '../texts.ts'

export const production = text('Production')
export const sandbox = text('Sandbox')
