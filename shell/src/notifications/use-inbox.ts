import type { Client } from '@sonaqor/contract/client'
import { useLocale } from '@sonaqor/ui'
import { useListing } from '../identity/use-listing.ts'
import { spokenTo } from './locale.ts'

interface Wanted {
  /** As many as one page has. */
  readonly limit?: number
  readonly isUnreadOnly?: boolean
}

/** What one was told, the newest first, in the language of the reader. */
export function useInbox(
  api: Pick<Client, 'notifications'>,
  { limit, isUnreadOnly = false }: Wanted,
) {
  const locale = spokenTo(useLocale())
  return useListing(
    (query) =>
      api.notifications.list({
        query: { ...query, locale, ...(isUnreadOnly && { unread: 'true' }) },
      }),
    { of: String(isUnreadOnly), ...(limit !== undefined && { limit }) },
  )
}
