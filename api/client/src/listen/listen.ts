/** The messages of the inbox, forwarded one after another for as long as it runs. */
import { ProblemError, SonaqorError } from '../errors.ts'
import { isWorthAnother, waitMsAfter } from '../retry.ts'
import { wait } from '../send.ts'
import { forward, type Forwarded } from './forward.ts'
import type { InboxApi, Message } from './inbox-api.ts'
import type { Printer } from './printer.ts'

export interface Listening {
  readonly api: InboxApi
  readonly printer: Printer
  readonly to: URL
  /** Null for all types. */
  readonly events: readonly string[] | null
  readonly signal: AbortSignal
}

const waitSeconds = 25
/** Longer than the API waits, and what lies between us and it. */
const timeoutMs = 40_000

/** Where the inbox ends now: what came before is not forwarded. */
export async function endOf({ api, signal }: Listening): Promise<string | undefined> {
  const { after } = await api.webhookInbox.next({ query: { wait: 0 } }, { signal })
  return after ?? undefined
}

/**
 * Goes on until the signal or the API ends it, and rejects then. Where it stands moves on only when all
 * that came was forwarded, and an answer that was lost is asked for once more: none is lost or doubled.
 */
export async function listen(listening: Listening, from: string | undefined): Promise<never> {
  const note = notingOf(listening)
  const withhold = withholdingOf(listening)
  let after = from
  for (;;) {
    const batch = await ask(listening, after)
    const noted: Promise<void>[] = []
    for (const message of batch.data) {
      if (listening.events?.includes(message.eventType) === false) continue
      if (message.isBodyHeldBack) withhold(message)
      else noted.push(note(message, await pass(listening, message)))
    }
    await Promise.all(noted)
    after = batch.after ?? after
  }
}

/** The next messages, however often it has to be asked for them. */
async function ask({ api, printer, signal }: Listening, after: string | undefined) {
  for (let failures = 0; ;) {
    try {
      const query = { after, wait: waitSeconds }
      const batch = await api.webhookInbox.next({ query }, { signal, timeoutMs, retries: 0 })
      if (failures > 0) printer.warn('The API answers again.')
      return batch
    } catch (error) {
      if (!(error instanceof SonaqorError && isWorthAnother(error, true))) throw error
      failures += 1
      if (failures === 1) printer.warn(`${error.message}. It is asked again until it answers.`)
      await wait(waitMsAfter(error, failures), signal)
    }
  }
}

async function pass({ printer, to, signal }: Listening, message: Message): Promise<Forwarded> {
  const forwarded = await forward(message, { to, signal })
  printer.message(message, forwarded)
  return forwarded
}

/** What would not verify is not forwarded, and that is said of each; what to do about it, once. */
function withholdingOf({ printer }: Listening) {
  let isSaid = false
  return (message: Message): void => {
    printer.withheld(message)
    if (isSaid) return
    isSaid = true
    printer.warn(
      'The body of this message is held back from the key, and would not verify: it is not forwarded. The key needs customers:read, and the scope that its type takes, which stands under /docs/webhook-events.',
    )
  }
}

/** Keeps in the inbox what became of a message. Nothing depends on it, so that it fails in a sentence. */
function notingOf({ api, printer, to, signal }: Listening) {
  // What is written into an address to get in with is for this machine alone.
  const address = `${to.origin}${to.pathname}`.slice(0, 300)
  let isRefused = false
  return async ({ id }: Message, { status, fault, latencyMs }: Forwarded): Promise<void> => {
    if (isRefused) return
    const body = { to: address, status, fault, latencyMs }
    try {
      await api.webhookInbox.noteForward({ params: { id }, body }, { signal })
    } catch (error) {
      // It was forgotten meanwhile.
      const isGone = error instanceof ProblemError && error.status === 404
      if (signal.aborted || isRefused || isGone) return
      isRefused = error instanceof ProblemError && error.status === 403
      printer.warn(`How it did was not kept in the inbox: ${(error as Error).message}`)
    }
  }
}
