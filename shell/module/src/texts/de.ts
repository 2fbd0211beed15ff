import { text } from '../texts.ts'

export const production = text('Produktion')
export const sandbox = text('Sandbox')
