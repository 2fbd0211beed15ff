/** What whoever listens reads: a line for each message, and sentences about the rest. */
import type { Forwarded } from './forward.ts'
import type { Message } from './inbox-api.ts'

export interface Printer {
  say(sentence: string): void
  /** Apart from what is told of messages, so that a file of those holds nothing else. */
  warn(sentence: string): void
  message(message: Message, forwarded: Forwarded): void
  /** Of one that is not forwarded. */
  withheld(message: Message): void
}

export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly hasColours: boolean
  readonly now?: () => Date
}

const codes = { red: 31, green: 32, yellow: 33, grey: 90 } as const
type Colour = keyof typeof codes

export function printerOn({ out, err, hasColours, now = () => new Date() }: Output): Printer {
  const paint = (colour: Colour, text: string) =>
    hasColours ? `\u{1b}[${codes[colour]}m${text}\u{1b}[0m` : text
  const line = (message: Message, told: Told) => {
    const { eventType, eventId, attempt, isTest } = message
    const marks = [isTest ? 'test' : '', attempt > 1 ? `attempt ${attempt}` : '', told.words]
    const parts = [
      paint('grey', clock(now())),
      paint(told.colour, told.outcome.padEnd(8)),
      told.took.padStart(8),
      eventType.padEnd(24),
      eventId,
      ...marks.filter(Boolean).map((mark) => paint('grey', mark)),
    ]
    out(`${parts.join('  ')}\n`)
  }
  return {
    say: (sentence) => out(`${sentence}\n`),
    warn: (sentence) => err(`${paint('yellow', sentence)}\n`),
    message(message, { status, fault, latencyMs, words }) {
      const colour = status !== null && status < 300 ? 'green' : 'red'
      line(message, { outcome: String(status ?? fault), took: `${latencyMs} ms`, words, colour })
    },
    withheld: (message) =>
      line(message, { outcome: 'withheld', took: '–', words: 'not forwarded', colour: 'yellow' }),
  }
}

interface Told {
  /** A word, or the status of the answer. */
  readonly outcome: string
  readonly took: string
  readonly words: string
  readonly colour: Colour
}

const clock = (at: Date) =>
  [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
