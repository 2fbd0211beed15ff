/** From the command line to its end, without the process around it. */
import { version } from '../built.ts'
import type { ClientOptions } from '../client.ts'
import type { InboxApi } from './inbox-api.ts'
import { endOf, listen } from './listen.ts'
import { openInbox, requireTypes, showSecret } from './opening.ts'
import { askedOf, Misuse, usage, type Asked, type Env } from './options.ts'
import { printerOn, type Output, type Printer } from './printer.ts'
import { wordsOf } from './refused.ts'

export interface Machine extends Output {
  readonly env: Env
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  readonly createApi: (options: ClientOptions) => InboxApi
}

/** 0: ended by whoever listens. 1: it was refused. 2: it was called wrongly. */
export type ExitCode = 0 | 1 | 2

export async function run(args: readonly string[], machine: Machine): Promise<ExitCode> {
  const printer = printerOn(machine)
  let baseUrl = ''
  try {
    const asked = askedOf(args, machine.env)
    if (typeof asked === 'string') {
      machine.out(asked === 'help' ? usage : `${version}\n`)
      return 0
    }
    ;({ baseUrl } = asked)
    return await listenAs(asked, machine, printer)
  } catch (error) {
    if (machine.signal.aborted) {
      printer.say('Ended. The inbox stays open, and keeps what it receives.')
      return 0
    }
    const isMisuse = error instanceof Misuse
    printer.warn(isMisuse ? `${error.message} --help says all.` : wordsOf(error, baseUrl))
    return isMisuse ? 2 : 1
  }
}

async function listenAs(
  { key, baseUrl, to, events }: Asked,
  machine: Machine,
  printer: Printer,
): Promise<never> {
  const { signal } = machine
  const listening = { api: apiOf(machine, { key, baseUrl }), printer, to, events, signal }
  const inbox = await openInbox(listening)
  if (events) await requireTypes(listening, events)
  const from = await endOf(listening)
  await showSecret(listening, inbox)
  const what = events ? events.join(', ') : 'everything'
  printer.say(`Forwarding ${what} to ${to.origin}${to.pathname}. Ctrl-C ends it.`)
  return listen(listening, from)
}

function apiOf({ createApi }: Machine, options: ClientOptions): InboxApi {
  try {
    return createApi(options)
  } catch (error) {
    throw new Misuse((error as Error).message.replace('baseUrl', '--base-url'))
  }
}
