import type { LogSearch } from '@sonaqor/contract/logs'
import { useModule, useQuery } from '@sonaqor/module'
import { Button, useText } from '@sonaqor/ui'
import type { Names } from '../logs/entry/log-facts.tsx'
import { useLook } from '../looks/use-look.ts'
import type { Span } from '../logs/use-span.ts'
import { meantBy } from './meant.ts'
import * as texts from './texts/en.ts'

export interface MeantInsteadProps {
  /** What found nothing, and how it was written. */
  readonly search: LogSearch
  readonly typed: string
  readonly span: Span
  readonly names: Names
  readonly onSeek: (query: string) => void
}

const most = 2

/** Leads to what was probably meant, where that finds something. */
export function MeantInstead({ search, typed, span, names, onSeek }: MeantInsteadProps) {
  const say = useText()
  const { api } = useModule()
  const meant = meantBy(typed, names).slice(0, most)
  const look = useLook('further', [search, span, meant])
  const { data: found } = useQuery({
    queryKey: ['logs', 'meant', search, span, meant],
    queryFn: () =>
      Promise.all(
        meant.map(async ({ q }) => {
          const { data } = await look(() =>
            api.logs.search({ query: { ...search, ...span, q, limit: 1 } }),
          )
          return data.length > 0
        }),
      ),
    enabled: meant.length > 0,
  })
  return meant
    .filter((_, place) => found?.[place])
    .map(({ kind, name, q }) => (
      <Button key={q} look="primary" icon="search" onClick={() => onSeek(q)}>
        {say(texts.meantInstead, { kind, name })}
      </Button>
    ))
}
