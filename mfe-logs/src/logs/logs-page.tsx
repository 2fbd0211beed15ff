import type { LogEntry } from '@sonaqor/contract/logs'
import {
  mayPlace,
  Permitted,
  useFoothold,
  useModule,
  useParts,
  useViewState,
} from '@sonaqor/module'
import { adopt, Empty, Page, useText, useToast, writeRange, type Range } from '@sonaqor/ui'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useLogQuery } from '../query/use-log-query.ts'
import { LogTabs, type LogTab } from '../tabs/log-tabs.tsx'
import { WebhookLogs } from '../tabs/webhook-logs.tsx'
import * as texts from '../texts/en.ts'
import { LiveControl, type Following } from './live/live-control.tsx'
import { useLogFilter } from './log-filter.ts'
import { LogsBar } from './logs-bar.tsx'
import { LogsList } from './logs-list.tsx'
import sheet from './logs.css'
import { LogsSkeleton, useColumnChoices } from './logs-table.tsx'
import { useNames } from './use-names.ts'
import { hasEnded, useSpan } from './use-span.ts'

adopt(sheet)

function useWords() {
  const say = useText()
  return { title: say(texts.logs), purpose: say(texts.purpose) }
}

export default function LogsPage() {
  const say = useText()
  return (
    <Permitted scope="logs:read" to={say(texts.seeLogs)} page={useWords()}>
      <LogsInTabs />
    </Permitted>
  )
}

const first = { tab: 'api' }

/** What came in and what went out; one alone where the other may not be seen, or has no place here. */
function LogsInTabs() {
  const host = useModule()
  const { title } = useWords()
  const [{ tab }, choose] = useViewState(first)
  const [isTurned, setTurned] = useState(false)
  const areBoth =
    !host.isInner && host.can('webhooks:read') && mayPlace(host, 'webhooks.deliveries')
  const turn = (to: LogTab) => {
    setTurned(true)
    choose({ tab: to })
  }
  const open: LogTab = areBoth && tab === 'webhooks' ? 'webhooks' : 'api'
  const tabs = areBoth && <LogTabs key={open} value={open} onChange={turn} isTurned={isTurned} />
  if (open === 'api') return <LogsOfTenant tabs={tabs} />
  return (
    <Page title={title} bar={tabs}>
      <WebhookLogs />
    </Page>
  )
}

function LogsOfTenant({ tabs }: { readonly tabs: ReactNode }) {
  const say = useText()
  const show = useToast()
  const { filter, q, range, isFiltered, narrow, seek, clear, ...rest } = useLogFilter()
  const { areSessionsShown, showSessions, openEntry, open, ...columns } = rest
  const isOpen = openEntry !== undefined
  const names = { ...useNames(filter.keyId), imported: say(texts.imported) }
  const { asked, query } = useLogQuery(q, names, seek, isOpen)
  const search = useMemo(() => ({ ...filter, q: asked?.q }), [filter, asked?.q])
  const question = JSON.stringify([search, range])
  const span = useSpan(range, question)
  const { parts, fetchAhead } = useParts(
    () => import('./logs-parts.ts'),
    isOpen,
    () => {
      open(undefined)
      show({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.notOpenedBecause) })
    },
  )
  const { parts: insight, fetchAhead: fetchInsight } = useParts(
    () => import('../insight/insight-parts.ts'),
    rest.isBrokenDown,
    () => rest.breakDown(false),
  )
  // Around the list, which is another one under another filter.
  const { place, onFocus } = useFoothold<HTMLDivElement>(isOpen)
  const choices = useColumnChoices()
  const [newest, take] = useState<string>()
  const [chosen, setFollowing] = useState<Following>('following')
  // Under the same choices: of another environment, say, nothing may stand there for a moment.
  const choice = JSON.stringify([{ ...filter, without: undefined }, range])
  const [former, setFormer] = useState<{ choice: string; found: readonly LogEntry[] }>()
  const find = useCallback((found: readonly LogEntry[]) => setFormer({ choice, found }), [choice])
  const rangeTo = (next: Range) => narrow({ range: writeRange(next), whole: '' })
  const following = hasEnded(range) ? 'past' : chosen
  return (
    <Page
      {...useWords()}
      actions={<LiveControl following={following} onFollow={setFollowing} />}
      bar={
        <>
          {tabs}
          <LogsBar
            filter={filter}
            leftOutBy={rest.leftOutBy}
            span={span}
            {...names}
            onNarrow={narrow}
            query={query}
            onReach={fetchInsight}
            onClear={clear}
          >
            {insight && (
              <insight.InsightActs
                isBrokenDown={rest.isBrokenDown}
                onBreakDown={rest.breakDown}
                search={asked ? search : undefined}
                range={range}
                span={span}
                onRange={rangeTo}
                names={names}
                shown={rest.shown}
                onShow={narrow}
              >
                {parts && (
                  <div className="sq-logs-columns">
                    <parts.ColumnChooser
                      isShort
                      columns={choices}
                      hidden={columns.hidden}
                      onChange={columns.hideColumns}
                    />
                  </div>
                )}
              </insight.InsightActs>
            )}
          </LogsBar>
        </>
      }
    >
      {rest.isRangeUnread && <output className="sq-logs-note">{say(texts.rangeUnread)}</output>}
      {rest.isFilterUnread && <output className="sq-logs-note">{say(texts.filterUnread)}</output>}
      {parts && following === 'ended' && <parts.LiveEnded onFollow={setFollowing} />}
      <div className="sq-logs-chart">
        {insight && asked && (
          <insight.Histogram
            search={search}
            span={span}
            newest={newest}
            isFollowed={following === 'following'}
            onZoom={rest.zoom}
            onReset={rest.resetZoom}
          />
        )}
      </div>
      <div className="sq-logs-body">
        {insight && asked && query.parts && rest.isBrokenDown && (
          <insight.Facets
            search={search}
            span={span}
            newest={newest}
            names={names}
            query={q}
            language={query.parts}
            onPick={rest.pick}
            onClose={() => rest.breakDown(false)}
          />
        )}
        <div ref={place} className="sq-logs-place" tabIndex={-1} onFocus={onFocus}>
          {asked === undefined && <LogsSkeleton hidden={columns.hidden} />}
          {asked === null && (
            <Empty title={say(texts.queryUnread)}>{say(texts.queryUnreadBecause)}</Empty>
          )}
          {asked && (
            <LogsList
              key={question}
              filter={search}
              holds={asked.holds}
              span={span}
              isFiltered={isFiltered}
              former={former?.choice === choice ? former.found : undefined}
              onFind={find}
              areSessionsShown={areSessionsShown}
              onShowSessions={showSessions}
              onClear={clear}
              advice={
                query.parts && q.trim() && <query.parts.SearchAdvice of={q} search={search} />
              }
              outside={
                insight && (
                  <insight.FoundElsewhere
                    search={search}
                    span={span}
                    meant={query.parts?.meantBy(q, names) ?? []}
                    onShow={narrow}
                  />
                )
              }
              onTake={take}
              onOnlyKey={(keyId) => narrow({ keyId })}
              names={names}
              following={following}
              hidden={columns.hidden}
              parts={parts}
              onReach={fetchAhead}
              onEnd={() => {
                fetchAhead()
                setFollowing('ended')
              }}
              openEntry={openEntry}
              onOpen={open}
            />
          )}
        </div>
      </div>
    </Page>
  )
}
