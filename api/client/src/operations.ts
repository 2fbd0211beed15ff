/** In the work tree there is none: the build of the package writes its own file in place of this one. */
import type { AnyClient } from './client.ts'
import type { InboxApi } from './listen/inbox-api.ts'
import type { Routes } from './operation.ts'

export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  instance: string
  errors?: { detail: string; pointer: string }[]
}

/** What a webhook can tell of. */
export interface WebhookEvent {
  type: string
  timestamp: string
  data: unknown
}

export type Sonaqor = AnyClient & InboxApi
export const operations: Routes = {}
