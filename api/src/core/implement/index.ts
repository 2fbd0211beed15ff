export { implement, type Handlers, type Route } from './implement.ts'
export { createApi } from './api.ts'
