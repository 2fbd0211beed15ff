export { insertEnd, insertEvent } from './emit.ts'
