import type { LogFacets, LogSearch } from '@sonaqor/contract/logs'
import { keepPreviousData, useModule, useQuery } from '@sonaqor/module'
import type { Say, Text } from '@sonaqor/module/texts'
import { adopt, Drawer, Loaded, Skeleton, useLocale, useText } from '@sonaqor/ui'
import { mark } from '../histogram/instants.ts'
import { useCountedPart } from '../histogram/use-bars.ts'
import { useCountAgain } from '../insight/use-count-again.ts'
import { useRoom } from '../insight/use-room.ts'
import type { Names } from '../logs/entry/log-facts.tsx'
import { useLook } from '../looks/use-look.ts'
import { statusInWords } from '../logs/status-badge.tsx'
import type { Span } from '../logs/use-span.ts'
import { importedName, importedPrefix } from '../query/written.ts'
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
  /** Of the query, or of the one key that is chosen beside it. */
  readonly onPick: (part: { readonly q?: string; readonly keyId?: string }) => void
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
  const { search, span, newest, names, query, language, onPick, onClose } = props
  const say = useText()
  const locale = useLocale()
  const { api, app } = useModule()
  const { place, isWide } = useRoom(besidePx)
  const part = useCountedPart(search, span)
  const counted = { ...span, ...part }
  const look = useLook('facets', [search, counted])
  const reading = useQuery({
    queryKey: ['logs', 'facets', search, counted],
    queryFn: () => look(() => api.logs.facets({ query: { ...search, ...counted } })),
    enabled: part !== undefined,
    placeholderData: keepPreviousData,
  })
  const isOld = reading.isPlaceholderData || !part
  useCountAgain(newest, reading.refetch)
  const shown = logFacetNames.filter((name) => name !== 'app' || !app)
  const isAsked = (name: LogFacetName, term: string) =>
    language.hasTerm(query, name, term) || (name === 'key' && search.keyId === term)
  const toggle = (name: LogFacetName, { values }: LogFacets[LogFacetName], value: string) => {
    const one = values.find((found) => found.value === value)
    const terms = one ? termsOf(name, one) : [value]
    const term = terms.find((asked) => language.hasTerm(query, name, asked))
    // A key with a name is chosen as in the filter above, which says it.
    const isChoice = name === 'key' && !term && names.keys.some(({ id }) => id === value)
    if (isChoice) onPick({ keyId: search.keyId === value ? '' : value })
    else onPick({ q: language.toggled(around(name, values), name, term ?? terms[0] ?? value) })
  }
  /** The query without the folders that hold what is listed: one of it is asked for in place of them. */
  const around = (name: LogFacetName, values: readonly Value[]) =>
    [...new Set(name === 'path' ? values.flatMap(({ value }) => foldersOf(value)) : [])]
      .filter((folder) => language.hasTerm(query, name, folder))
      .reduce((rest, folder) => language.toggled(rest, name, folder), query)
  const content = (
    <Loaded of={reading} loading={<Skeleton rows={8} />}>
      {(facets) => (
        <div aria-busy={isOld || undefined}>
          {part?.since && !isOld && (
            <p className="sq-facet-note">
              {say(texts.sinceThen, {
                when: mark(part.since, { ...facets, from: span.from, intervalSeconds: 60 }, locale),
              })}
            </p>
          )}
          {shown.map((name) => (
            <Facet
              key={name}
              title={say(titles[name])}
              values={facets[name].values.map((one) => ({
                ...one,
                label:
                  name === 'status'
                    ? statusInWords(say, Number(one.value))
                    : labelOf(name, one, names, say),
                isAsked: termsOf(name, one).some((term) => isAsked(name, term)),
              }))}
              among={facets[name].newest}
              isApproximate={facets[name].isApproximate}
              isMono={name === 'path' || name === 'ip'}
              onToggle={(value) => toggle(name, facets[name], value)}
            />
          ))}
        </div>
      )}
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

/** Those that a path is in, as they are asked for. */
const foldersOf = (path: string): readonly string[] =>
  path
    .replace(/\/\*$/, '')
    .split('/')
    .slice(1)
    .map((_, at, parts) => `${['', ...parts.slice(0, at)].join('/')}/*`)

/** How a value is asked for: first as people read it, then as it may have been asked for before. */
function termsOf(name: LogFacetName, { value, name: begins }: Value): readonly string[] {
  if (name !== 'key') return [value]
  return begins === importedPrefix ? [importedName, begins, value] : [begins ?? value, value]
}

/** Keys and apps by their names, as far as these may be known here. */
function labelOf(
  name: LogFacetName,
  { value, name: begins }: Value,
  { apps, keys }: Names,
  say: Say,
) {
  if (begins === importedPrefix) return say(common.imported)

  const label =
    name === 'app'
      ? apps.find(({ id }) => id === value)?.name
      : name === 'key' && (keys.find(({ id }) => id === value)?.label ?? begins)
  return label || (name === 'app' || name === 'key' ? `…${value.slice(-4)}` : value)
}
