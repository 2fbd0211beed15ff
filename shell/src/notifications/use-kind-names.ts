import type { Client } from '@sonaqor/contract/client'
import { useLocale, useText } from '@sonaqor/ui'
import { useReading } from '../identity/use-reading.ts'
import { letters } from './delivery-words.ts'
import { spokenTo } from './locale.ts'

/** What each kind of notification and letter is called, by its name. */
export function useKindNames(api: Pick<Client, 'notifications'>): ReadonlyMap<string, string> {
  const say = useText()
  const locale = spokenTo(useLocale())
  const notices = useReading(() => api.notifications.showPreferences({ query: { locale } }))
  return new Map([
    ...(notices.data?.kinds ?? []).map(({ kind, title }) => [kind, title] as const),
    ...Object.entries(letters).map(([kind, name]) => [kind, say(name)] as const),
  ])
}
