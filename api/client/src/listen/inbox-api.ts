/** Of the API what `listen` calls. The build of the package compiles it against all that the API says. */
import type { CallOptions } from '../operation.ts'

export interface Inbox {
  isOpen: boolean
  /** Null before it was opened first. */
  endpointId: string | null
  /** Left out by an API that is older than that. */
  areBodiesHeldBack?: boolean
}

export interface Message {
  id: string
  eventId: string
  eventType: string
  isTest: boolean
  /** Which attempt of its delivery brought it, from 1. */
  attempt: number
  headers: Record<string, string>
  body: string
  isBodyHeldBack: boolean
}

/** What became of a message on this machine. */
export interface Forward {
  to: string
  /** Null where there was no answer. */
  status: number | null
  fault: 'refused' | 'timeout' | 'broken' | null
  latencyMs: number
}

export interface InboxApi {
  readonly webhookInbox: {
    show(request?: object, options?: CallOptions): Promise<Inbox>
    open(request: { body: object }, options?: CallOptions): Promise<Inbox>
    next(
      request: { query: { after?: string | undefined; wait: number } },
      options?: CallOptions,
    ): Promise<{ data: Message[]; after: string | null }>
    noteForward(
      request: { params: { id: string }; body: Forward },
      options?: CallOptions,
    ): Promise<unknown>
  }
  readonly webhooks: {
    showSecret(
      request: { params: { id: string } },
      options?: CallOptions,
    ): Promise<{ secret: string; oldSecret: string | null }>
    listEventTypes(request?: object, options?: CallOptions): Promise<{ data: { name: string }[] }>
  }
}
