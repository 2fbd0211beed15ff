export { startReader } from './durable-reader.ts'
export { endOfPrincipal, insertEnd, insertEvent } from './emit.ts'
export {
  eventOf,
  eventPosition,
  followEvents,
  type EventRow,
  type Follower,
  type NumberedEvent,
} from './reader.ts'
export { startSequencer, type Sequencer } from './sequencer.ts'
export { tellOfUnknown } from './unknown-readers.ts'
