/** The language of the search, in one part: it comes after the page, or with the first letter. */
export { holdsAll } from '@sonaqor/contract/log-query-match'
export { chipsOf } from './chips-of.ts'
export { meantBy } from './meant.ts'
export { withoutNames } from './named.ts'
export { hasTerm, readTyped, toggled } from './pieces.ts'
export { QueryField } from './query-field.tsx'
export { SearchAdvice } from './search-advice.tsx'
