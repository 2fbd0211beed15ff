export { implement, type Handlers, type Route } from './implement.ts'
