/** What every way out is to whoever sends: it takes a message, and says what became of it. */
import type { Reason } from '../deliveries.store.ts'

export type Outcome =
  | { readonly state: 'sent'; readonly status?: number }
  /** Not tried at all. */
  | { readonly state: 'suppressed'; readonly reason: Reason }
  | {
      readonly state: 'failed'
      readonly reason: Reason
      readonly status?: number
      /** Whether the same would be refused again. */
      readonly isFinal: boolean
      /** As long as the carrier asks for. */
      readonly afterSeconds?: number
    }

export interface Mail {
  /** The delivery's own, the same at every attempt. */
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What has room for a line. */
export interface Line {
  readonly id: string
  readonly to: string
  readonly text: string
}

export interface Channel<Message> {
  /** Answers whatever happens; it throws only what nobody has thought of. */
  send(message: Message): Promise<Outcome>
  close?(): void
}

export interface Channels {
  readonly mail: Channel<Mail>
  readonly slack: Channel<Line>
  readonly sms: Channel<Line>
}

/** A way that nobody has opened. */
export const closed = (reason: Reason): Channel<unknown> => ({
  send: async () => ({ state: 'suppressed', reason }),
})

/** By code points, with a sign that something is missing. */
export function shortened(text: string, max: number): string {
  const letters = [...text]
  return letters.length > max ? `${letters.slice(0, max - 1).join('')}…` : text
}
