import type { LogSearch } from '@sonaqor/contract/logs'
import { environmentNames } from '@sonaqor/module'
import type { ExportWords } from '@sonaqor/module/exports'
import type { Say } from '@sonaqor/ui/texts'
import type { Names } from '../logs/entry/log-facts.tsx'
import { nameOfKey } from '../logs/use-names.ts'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'

export const wordsIn = (say: Say): ExportWords => ({
  title: say(texts.exportRequests),
  rows: say(texts.requests),
  unit: say(texts.requestsUnit),
  counted: (count) => say(common.requestsShown, { count }),
  asFile: (format) => say(texts.requestsAs, { format }),
  ndjsonDetail: say(texts.ndjsonDetail),
  linesDetail: say(texts.linesSha256Detail),
  leftOut: say(texts.whatIsRedacted),
})

/** What narrows the list, in the terms that it is searched by. */
export function narrowingsOf(
  { environment, status, method, q, without, appId, keyId }: LogSearch,
  { apps, keys }: Names,
  say: Say,
): readonly (readonly [string, string])[] {
  const key = keys.find(({ id }) => id === keyId)
  const all: readonly (readonly [string, string | undefined])[] = [
    [say(texts.environment), environment && say(environmentNames[environment])],
    [say(common.app), appId && (apps.find(({ id }) => id === appId)?.name ?? appId)],
    [say(common.key), keyId && (key ? nameOfKey(key) : keyId)],
    [say(common.status), status],
    [say(common.method), method],
    [say(texts.query), q],
    [say(texts.leftOutOfIt), without && say(texts.openedSessions)],
  ]
  return all.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}
