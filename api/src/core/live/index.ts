export { createHearing, type Hearing } from './audience.ts'
export { liveRoot, noSocket, offersSocket } from './offer.ts'
export { serveLive, type Live } from './sockets.ts'
export type { LiveStream, LiveTail } from './stream.ts'
