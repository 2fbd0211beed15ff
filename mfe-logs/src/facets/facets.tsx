import type { LogFacets, LogSearch } from '@sonaqor/contract/logs'
import { keepPreviousData, useModule, useQuery } from '@sonaqor/module'
import type { Say, Text } from '@sonaqor/module/texts'
import { adopt, Drawer, Loaded, Skeleton, useText } from '@sonaqor/ui'
import { useCountAgain } from '../insight/use-count-again.ts'
import { useRoom } from '../insight/use-room.ts'
import type { Names } from '../logs/entry/log-facts.tsx'
import { useLook } from '../looks/use-look.ts'
import { statusInWords } from '../logs/status-badge.tsx'
import type { Span } from '../logs/use-span.ts'
import { importedPrefix } from '../query/written.ts'
import * as common from '../texts/en.ts'
import * as texts from '../insight/texts/en.ts'
import sheet from './facets.css'
import { Facet } from './facet.tsx'
import { logFacetNames, type LogFacetName } from './names.ts'

adopt(sheet)

export interface FacetsProps {
  readonly search: LogSearch
  readonly span: Span
  /** Of the rows that came in since the list was read. */
  readonly newest: string | undefined
  readonly names: Names
  /** A press puts a value into the query, or takes it out. */
  readonly query: string
  readonly language: Pick<typeof import('../query/query-parts.ts'), 'hasTerm' | 'toggled'>
  readonly onSeek: (query: string) => void
  readonly onClose: () => void
}

const titles: Readonly<Record<LogFacetName, Text>> = {
  status: common.status,
  method: common.method,
  app: common.app,
  key: common.key,
  path: texts.path,
  ip: common.from,
}

/** Beside the list where there is room for it; otherwise it lies over the list. */
const besidePx = 960

/** What the requests have in common, with how many there are of each. */
export function Facets(props: FacetsProps) {
  const { search, span, newest, names, query, language, onSeek, onClose } = props
  const say = useText()
  const { api, app } = useModule()
  const { place, isWide } = useRoom(besidePx)
  const look = useLook('facets', [search, span])
  const reading = useQuery({
    queryKey: ['logs', 'facets', search, span],
    queryFn: () => look(() => api.logs.facets({ query: { ...search, ...span } })),
    placeholderData: keepPreviousData,
  })
  useCountAgain(newest, reading.refetch)
  const shown = logFacetNames.filter((name) => name !== 'app' || !app)
  const content = (
    <Loaded of={reading} loading={<Skeleton rows={8} />}>
      {(facets) =>
        shown.map((name) => (
          <Facet
            key={name}
            title={say(titles[name])}
            values={facets[name].values.map((one) => ({
              ...one,
              label:
                name === 'status'
                  ? statusInWords(say, Number(one.value))
                  : labelOf(name, one, names, say),
              isAsked: language.hasTerm(query, name, one.value),
            }))}
            isApproximate={facets[name].isApproximate}
            isMono={name === 'path' || name === 'ip'}
            onToggle={(value) => onSeek(language.toggled(query, name, value))}
          />
        ))
      }
    </Loaded>
  )
  return (
    <>
      <div ref={place} hidden />
      {isWide && (
        <aside className="sq-facets" aria-label={say(texts.breakdown)}>
          {content}
        </aside>
      )}
      {isWide === false && (
        <Drawer title={say(texts.breakdown)} onClose={onClose}>
          <div className="sq-facets">{content}</div>
        </Drawer>
      )}
    </>
  )
}

type Value = LogFacets['status']['values'][number]

/** Keys and apps by their names, as far as these may be known here. */
function labelOf(
  name: LogFacetName,
  { value, name: begins }: Value,
  { apps, keys }: Names,
  say: Say,
) {
  if (begins === importedPrefix) return say(common.importedLines)

  const label =
    name === 'app'
      ? apps.find(({ id }) => id === value)?.name
      : name === 'key' && (keys.find(({ id }) => id === value)?.label ?? begins)
  return label || (name === 'app' || name === 'key' ? `…${value.slice(-4)}` : value)
}
