export { createClock, type Clock } from './clock.ts'
export { createRounds, type Rounds } from './rounds.ts'
