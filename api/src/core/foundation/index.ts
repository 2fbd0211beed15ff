export type { Foundation, Ground } from './foundation.ts'
