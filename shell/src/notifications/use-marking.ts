import type { Client } from '@sonaqor/contract/client'
import { useText, useToast } from '@sonaqor/ui'
import * as shared from '../texts/en.ts'
import * as texts from './texts/en.ts'
import { unreadOf, type ReadingHost } from './unread.ts'

export interface Marking {
  /** Both say whether it was done; what was not is told. */
  readonly markRead: (id: string) => Promise<boolean>
  readonly markAllRead: (upTo: string) => Promise<boolean>
}

/** Marks notifications as read. The bell knows it at once; other tabs hear of it live. */
export function useMarking(host: ReadingHost, api: Pick<Client, 'notifications'>): Marking {
  const say = useText()
  const toast = useToast()

  async function done(act: Promise<{ readonly unread: number }>): Promise<boolean> {
    try {
      const { unread } = await act
      unreadOf(host).learn(unread)
      return true
    } catch {
      toast({ title: say(texts.notMarked), detail: say(shared.checkConnection), tone: 'danger' })
      return false
    }
  }

  return {
    markRead: (id) => done(api.notifications.markRead({ params: { id } })),
    markAllRead: (upTo) => done(api.notifications.markAllRead({ body: { upTo } })),
  }
}
