export type { LiveStream, LiveTail } from './stream.ts'
