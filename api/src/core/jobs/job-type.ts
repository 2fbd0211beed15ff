import type { z } from 'zod'

/** A kind of background work: its name, what it is told, and how often it is tried. */
export interface JobType<Payload> {
  readonly name: string
  readonly payload: z.ZodType<Payload>
  readonly tries: number
  /** After so long at work it is taken for dead and tried again. */
  readonly expireSeconds: number
}

/** Names a job: `job('keys.expire', z.object({ … }))`. The payload holds ids, never secrets. */
export function job<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  { tries = 5, expireSeconds = 300 }: { tries?: number; expireSeconds?: number } = {},
): JobType<Payload> {
  return { name, payload, tries, expireSeconds }
}
