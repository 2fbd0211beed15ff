/** Trying an endpoint out, in one part that comes when it is asked for. */
export { DebugSignature } from './debug-signature.tsx'
export { SendTest } from './send-test.tsx'
