/** A thread of its own, so that code that loops holds up nobody; whoever started it may end it at any moment. */
import { parentPort } from 'node:worker_threads'
import type { SandboxJob, SandboxMessage } from './job.ts'
import { runInSandbox } from './engine.ts'

// Its zone would tell where the server stands, and change what is sent. This thread has nothing else.
// oxlint-disable-next-line no-extend-native -- the engine asks the host's own dates for the zone
Date.prototype.getTimezoneOffset = () => 0

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (message: SandboxMessage) => parentPort?.postMessage(message)

parentPort?.on('message', (job: SandboxJob) => {
  say('begun')
  void runInSandbox(job).then(say)
})
