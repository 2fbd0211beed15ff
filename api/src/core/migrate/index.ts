export { migrate } from './migrate.ts'
export { openOwner } from './owner.ts'
