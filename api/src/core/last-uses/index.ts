export { createLastUses, type LastUses } from './last-uses.ts'
