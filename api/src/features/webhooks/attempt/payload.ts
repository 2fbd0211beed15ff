/** What is sent: the bytes that are signed are those of this text. */

export interface Told {
  readonly type: string
  /** When it happened. */
  readonly at: Date
  readonly data: unknown
}

/** The payload of Standard Webhooks. The same event makes the same bytes at each attempt. */
export function payloadOf({ type, at, data }: Told): string {
  return JSON.stringify({ type, timestamp: at.toISOString(), data })
}
