import type { LogSearch } from '@sonaqor/contract/logs'
import { useModule, useQuery } from '@sonaqor/module'
import { Button, instantsOf, useLocale, useText, writeRange, type Range } from '@sonaqor/ui'
import { useLook } from '../looks/use-look.ts'
import { usualRange, type Narrowing } from '../logs/log-filter.ts'
import type { Span } from '../logs/use-span.ts'
import type { Meant } from '../query/meant.ts'
import * as texts from './texts/en.ts'

export interface FoundElsewhereProps {
  /** What found nothing in its span. */
  readonly search: LogSearch
  readonly span: Span
  /** What it may have meant. */
  readonly meant: readonly Meant[]
  readonly onShow: (part: Partial<Narrowing>) => void
}

const most = 2

/** Leads to what was probably meant, and to what matches at another time, where that finds something. */
export function FoundElsewhere({ search, span, meant, onShow }: FoundElsewhereProps) {
  const { data, isPending } = useNewest(search)
  // It leads to another time by itself, and what was meant would lead to the same one.
  const isElsewhere = isPending || data?.ever !== undefined
  return (
    <>
      {meant.slice(0, most).map((one) => (
        <Offer
          key={one.q}
          search={{ ...search, q: one.q }}
          of={one}
          span={span}
          isWithin={isElsewhere}
          onShow={onShow}
        />
      ))}
      <Offer search={search} onShow={onShow} />
    </>
  )
}

interface OfferProps {
  readonly search: LogSearch
  /** Where it is not what was asked for: that was not looked for in the span yet. */
  readonly of?: Meant
  readonly span?: Span
  /** It is offered where its span holds it, and nowhere else. */
  readonly isWithin?: boolean
  readonly onShow: (part: Partial<Narrowing>) => void
}

/** Imported lines may be years old: the newest of all is told of where the span holds none. */
function useNewest(search: LogSearch, span?: Span) {
  const { api } = useModule()
  const look = useLook('further', [search, span])
  const newestOf = async (asked: Span | undefined) => {
    const { data: found } = await look(() =>
      api.logs.search({ query: { ...search, ...asked, limit: 1 } }),
    )
    return found[0]?.at
  }
  return useQuery({
    queryKey: ['logs', 'elsewhere', search, span],
    queryFn: async () => {
      const within = span && (await newestOf(span))
      return { within, ever: within ?? (await newestOf(undefined)) }
    },
  })
}

function Offer({ search, of, span, isWithin = false, onShow }: OfferProps) {
  const say = useText()
  const locale = useLocale()
  const { data } = useNewest(search, span)
  if (!data?.ever) return null
  const { within, ever } = data
  if (isWithin && !within) return null
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(ever))
  const meant = of && say(texts.meantInstead, { method: '', ...of })
  return (
    <Button
      look="primary"
      icon={of ? 'search' : 'clock'}
      onClick={() =>
        onShow({
          ...(of && { q: of.q, path: '', requestId: '' }),
          ...(!within && { range: writeRange(rangeAround(ever)), whole: '' }),
        })
      }
    >
      {within
        ? meant
        : meant
          ? say(texts.meantEarlier, { meant, day })
          : say(texts.showNewest, { day })}
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
