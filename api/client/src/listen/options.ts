/** What was asked for on the command line. */
import { parseArgs } from 'node:util'

export interface Asked {
  readonly to: URL
  readonly key: string
  readonly baseUrl: string
  /** Null for all types. */
  readonly events: readonly string[] | null
}

/** It was called in a way that means nothing: what is wrong, in a sentence. */
export class Misuse extends Error {}

export type Env = Readonly<Record<string, string | undefined>>

const options = {
  'forward-to': { type: 'string' },
  'api-key': { type: 'string' },
  'base-url': { type: 'string' },
  events: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

export const usage = `Forwards what the test inbox of a sandbox app receives to your machine, as it was sent.

  npx @sonaqor/client listen --forward-to http://localhost:3000/webhooks

  --forward-to <address>  Where your receiver listens
  --api-key <key>         Of the sandbox app; SONAQOR_API_KEY of the environment, unless named
  --base-url <address>    Of your Sonaqor; SONAQOR_URL of the environment, unless named
  --events <types>        These alone, with commas between: keys.issued,keys.revoked
  --help, --version

The key needs webhooks:read and customers:read, which an owner or admin can grant; webhooks:write as
well to open the inbox, to show its secret, and to keep there how your receiver answered.

It ends on Ctrl-C with 0, where it is refused with 1, and where it was called wrongly with 2.
`

export function askedOf(args: readonly string[], env: Env): Asked | 'help' | 'version' {
  const { values, positionals } = parsed(args)
  if (values.help) return 'help'
  if (values.version) return 'version'
  const [command, ...more] = positionals
  if (command === undefined && args.length === 0) return 'help'
  if (command !== 'listen' || more.length > 0) {
    throw new Misuse(`It takes the one command listen, and not "${positionals.join(' ')}".`)
  }
  return {
    to: addressOf(values['forward-to']),
    key: keyOf(values['api-key'] ?? env['SONAQOR_API_KEY']),
    baseUrl: placeOf(values['base-url'] ?? env['SONAQOR_URL']),
    events: values.events === undefined ? null : eventsIn(values.events),
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // What it goes on to say is about arguments that begin with a dash.
    throw new Misuse((error as Error).message.replace(/\. [^]*$/, '.'))
  }
}

/** A port, or a host without `http://`, are said often enough. */
function addressOf(said: string | undefined): URL {
  if (!said) throw new Misuse('Say where to: --forward-to http://localhost:3000/webhooks.')
  const whole = /^\d+$/.test(said) ? `localhost:${said}` : said
  const address = /^[a-z]+:\/\//i.test(whole) ? whole : `http://${whole}`
  if (/^https?:/i.test(address) && URL.canParse(address)) return new URL(address)
  throw new Misuse(`--forward-to "${said}" is no address such as http://localhost:3000/webhooks.`)
}

function keyOf(key: string | undefined): string {
  if (!key) throw new Misuse('Say whose inbox: --api-key sq_test_…, or SONAQOR_API_KEY.')
  if (key.startsWith('sq_live_')) {
    throw new Misuse(
      'This is a key of production. Test inboxes are of the sandbox: take a key that begins with sq_test_.',
    )
  }
  return key
}

function placeOf(said: string | undefined): string {
  if (said) return said
  throw new Misuse('Say where your Sonaqor is: --base-url https://sonaqor.example, or SONAQOR_URL.')
}

function eventsIn(said: string): readonly string[] {
  const events = said.split(/[\s,]+/).filter((name) => name !== '')
  if (events.length > 0) return events
  throw new Misuse('--events names types with commas between: keys.issued,keys.revoked.')
}
