export { isRecord, type Change, type Fields, type SpokenBefore } from './change.ts'
export { deprecationHeaders, sooner } from './deprecation.ts'
export { apiHistory, createHistory, type ApiHistory } from './history.ts'
