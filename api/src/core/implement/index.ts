export { requireRevision, type Seen } from './if-match.ts'
export { implement, type Handlers, type Route } from './implement.ts'
export { createApi } from './api.ts'
export { jsonFault } from './json.ts'
