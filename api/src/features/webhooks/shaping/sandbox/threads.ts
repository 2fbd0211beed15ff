/** The threads that code of endpoints runs in: few, started when they are needed, and ended when they hang. */
import { Worker } from 'node:worker_threads'
import {
  brokeDown,
  isTooLong,
  tookTooLong,
  type SandboxAnswer,
  type SandboxJob,
  type SandboxMessage,
} from './job.ts'
import { TenantTurns, type Turn } from './tenant-turns.ts'

const threadsMax = 2

/**
 * What the engine does in one go, such as joining an array of a milliard, asks for no time. Far above
 * what is allowed, as a busy machine may let a thread wait.
 */
const wallMsMax = 1000

interface Waiting {
  readonly job: SandboxJob
  readonly settle: (answer: SandboxAnswer) => void
  readonly fail: (cause: unknown) => void
}

const turns = new TenantTurns<Waiting>()
const idle: Thread[] = []
let threads = 0

export function inSandbox(tenantId: string, job: SandboxJob): Promise<SandboxAnswer> {
  return new Promise((settle, fail) => {
    turns.add(tenantId, job.code, { job, settle, fail })
    next()
  })
}

function next(): void {
  if (idle.length === 0 && threads >= threadsMax) return
  const turn = turns.next()
  if (!turn) return
  const thread = idle.pop() ?? new Thread()
  thread.take(turn)
  // Whose end was waited for may leave room for more than one.
  next()
}

/** It holds no process open that has nothing else to do. */
class Thread {
  readonly #worker = new Worker(new URL('./thread.ts', import.meta.url), {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: 64, stackSizeMb: 4 },
  })
  #at: Turn<Waiting> | undefined
  #hasBegun = false
  #timer: NodeJS.Timeout | undefined

  constructor() {
    threads += 1
    this.#worker.unref()
    this.#worker.on('message', (message: SandboxMessage) => {
      if (message === 'begun') {
        this.#hasBegun = true
        this.#timer = setTimeout(() => this.#end()?.settle(tookTooLong), wallMsMax)
        return
      }
      const at = this.#leave(isTooLong(message))
      idle.push(this)
      at?.settle(message)
      next()
    })
    this.#worker.on('error', (cause) => {
      // Whoever breaks a thread may do so each time: it is told, and nothing of ours goes wrong by it.
      const hasBegun = this.#hasBegun
      const at = this.#end()
      if (hasBegun) at?.settle(brokeDown)
      else at?.fail(cause)
    })
  }

  take(turn: Turn<Waiting>): void {
    this.#at = turn
    this.#worker.ref()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage(turn.item.job)
  }

  #leave(isSlow: boolean): Waiting | undefined {
    clearTimeout(this.#timer)
    const at = this.#at
    if (at) turns.ended(at.tenantId, isSlow)
    this.#at = undefined
    this.#hasBegun = false
    this.#worker.unref()
    return at?.item
  }

  /** What it was at is still to be answered; whoever waits gets a thread in its place. */
  #end(): Waiting | undefined {
    // Another thread takes long to start, too; where this one had not begun, the fault is ours.
    const at = this.#leave(this.#hasBegun)
    const place = idle.indexOf(this)
    if (place !== -1) idle.splice(place, 1)
    threads -= 1
    this.#worker.removeAllListeners()
    // One more error may come of its end, and tells nothing.
    this.#worker.on('error', () => {})
    void this.#worker.terminate()
    next()
    return at
  }
}
