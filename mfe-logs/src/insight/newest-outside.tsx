import type { LogSearch } from '@sonaqor/contract/logs'
import { useModule, useQuery } from '@sonaqor/module'
import { Button, instantsOf, useLocale, useText, type Range } from '@sonaqor/ui'
import { useLook } from '../looks/use-look.ts'
import { usualRange } from '../logs/log-filter.ts'
import * as texts from './texts/en.ts'

export interface NewestOutsideProps {
  /** What found nothing in its range. */
  readonly search: LogSearch
  readonly onRange: (range: Range) => void
}

/** Imported lines may be years old: leads to the newest of all that match, whenever it was. */
export function NewestOutside({ search, onRange }: NewestOutsideProps) {
  const say = useText()
  const locale = useLocale()
  const { api } = useModule()
  const look = useLook('further', search)
  const { data } = useQuery({
    queryKey: ['logs', 'newest', search],
    queryFn: async () =>
      (await look(() => api.logs.search({ query: { ...search, limit: 1 } }))).data,
  })
  const newest = data?.[0]
  if (!newest) return null
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(newest.at))
  return (
    <Button look="primary" icon="clock" onClick={() => onRange(rangeAround(newest.at))}>
      {say(texts.showNewest, { day })}
    </Button>
  )
}

/** The reader's day of an instant, or what most people look at where that holds it. */
function rangeAround(instant: string): Range {
  if (instant >= instantsOf(usualRange, Date.now()).from) return usualRange
  const at = new Date(instant)
  const midnight = (days: number) =>
    new Date(at.getFullYear(), at.getMonth(), at.getDate() + days).toISOString()
  return { from: midnight(0), to: midnight(1) }
}
