import { z } from 'zod'
import { replayedStates } from '@sonaqor/contract/webhook-deliveries'

export type ReplayedState = (typeof replayedStates)[number]

/** What a job is told: what was left out is filled in, and so never moves again. */
export const ReplayParams = z.object({
  endpointId: z.uuid(),
  /** What has to lie in the span of time: an event, or that its delivery was given up. */
  by: z.enum(['happened', 'given-up']).default('happened'),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  states: z.array(z.enum(replayedStates)),
  eventTypes: z.array(z.string()),
  /** Of which whoever asks hears nothing. */
  exceptTypes: z.array(z.string()),
  perSecond: z.number(),
})
export type ReplayParams = z.output<typeof ReplayParams>

export const spanOf = ({ from, to, ...asked }: ReplayParams, jobId: string | null) => ({
  from: new Date(from),
  to: new Date(to),
  by: asked.by,
  states: asked.states,
  eventTypes: asked.eventTypes,
  exceptTypes: asked.exceptTypes,
  jobId,
})
