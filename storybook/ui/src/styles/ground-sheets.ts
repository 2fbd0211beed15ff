import base from './base.css'
import density from './density.css'
import tokens from './tokens.css'

export { groundName } from './ground-name.ts'

/** What all components stand on, the lowest first. */
export const groundSheets: readonly CSSStyleSheet[] = [tokens, density, base]
