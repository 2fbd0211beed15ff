/** What whoever listens reads: a line for each message, and sentences about the rest. */
import type { Forwarded } from './forward.ts'
import type { Message } from './inbox-api.ts'

export interface Printer {
  say(sentence: string): void
  /** Apart from what is told of messages, so that a file of those holds nothing else. */
  warn(sentence: string): void
  message(message: Message, forwarded: Forwarded): void
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
  return {
    say: (sentence) => out(`${sentence}\n`),
    warn: (sentence) => err(`${paint('yellow', sentence)}\n`),
    message({ eventType, eventId, attempt, isTest }, { status, fault, latencyMs, words }) {
      const isTaken = status !== null && status < 300
      const marks = [isTest ? 'test' : '', attempt > 1 ? `attempt ${attempt}` : '', words]
      const line = [
        paint('grey', clock(now())),
        paint(isTaken ? 'green' : 'red', String(status ?? fault).padEnd(7)),
        `${latencyMs} ms`.padStart(8),
        eventType.padEnd(24),
        eventId,
        ...marks.filter(Boolean).map((mark) => paint('grey', mark)),
      ]
      out(`${line.join('  ')}\n`)
    },
  }
}

const clock = (at: Date) =>
  [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
