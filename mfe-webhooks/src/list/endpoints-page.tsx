import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { Permitted, useModule, useParts } from '@sonaqor/module'
import { Button, Page, Skeleton, useText, useToast } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { useEndpointActs } from '../acts/endpoint-acts.ts'
import { InboxPlace } from '../inbox/inbox-place.tsx'
import * as texts from '../texts/en.ts'
import { EndpointsBar } from './endpoints-bar.tsx'
import { inboxPart, useEndpointsFilter } from './endpoints-filter.ts'
import { EndpointsList } from './endpoints-list.tsx'
import { useApps } from './use-apps.ts'
import { useAddEndpoint, useEndpoints } from './use-endpoints.ts'

function useWords() {
  const say = useText()
  return { title: say(texts.webhooks), purpose: say(texts.purpose) }
}

export default function EndpointsPage() {
  const say = useText()
  return (
    <Permitted scope="webhooks:read" to={say(texts.seeWebhooks)} page={useWords()}>
      <EndpointsOfTenant />
    </Permitted>
  )
}

function EndpointsOfTenant() {
  const say = useText()
  const show = useToast()
  const chosen = useEndpointsFilter()
  const { openEndpoint, openTab, open } = chosen
  const { acts, asked, closeQuestion } = useEndpointActs(open)
  const isPage = openEndpoint !== undefined && openTab !== undefined
  const isCovered = Boolean(openEndpoint ?? asked)
  const { parts, fetchAhead } = useParts(
    () => import('./endpoint-parts.ts'),
    isCovered,
    () => {
      open(undefined)
      closeQuestion()
      show({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.notOpenedBecause) })
    },
  )
  const question = parts && asked && (
    <parts.EndpointQuestion {...asked} onDeleted={() => open(undefined)} onClose={closeQuestion} />
  )
  if (chosen.isInbox) return <InboxPlace acts={acts} onBack={() => chosen.turnTo('')} />
  if (isPage) {
    if (!parts) return <Skeleton rows={8} />
    return (
      <>
        <parts.EndpointPage
          key={openEndpoint}
          id={openEndpoint}
          range={chosen.range}
          onRange={chosen.overRange}
          tab={openTab}
          onTab={(tab) => open(openEndpoint, tab)}
          acts={acts}
          onBack={() => open(undefined)}
        />
        {question}
      </>
    )
  }
  return (
    <ListOfEndpoints
      chosen={chosen}
      acts={acts}
      isCovered={isCovered}
      parts={parts}
      onReach={fetchAhead}
      hasQuestion={asked !== undefined}
    >
      {question}
    </ListOfEndpoints>
  )
}

interface ListOfEndpointsProps {
  readonly chosen: ReturnType<typeof useEndpointsFilter>
  readonly acts: ReturnType<typeof useEndpointActs>['acts']
  readonly isCovered: boolean
  readonly hasQuestion: boolean
  readonly parts: typeof import('./endpoint-parts.ts') | undefined
  readonly onReach: () => void
  readonly children: ReactNode
}

function ListOfEndpoints(props: ListOfEndpointsProps) {
  const { chosen, acts, isCovered, hasQuestion, parts, onReach, children } = props
  const { filter, range, isFiltered, narrow, seek, clear, overRange, openEndpoint, open } = chosen
  const say = useText()
  const { app, can, navigate, views } = useModule()
  const endpoints = useEndpoints(filter, range)
  const apps = useApps()
  const add = useAddEndpoint(filter.appId)
  const appName = ({ appId }: Endpoint) =>
    app ? undefined : apps.data?.find(({ id }) => id === appId)?.name
  const mayAdd = can('webhooks:write') && views?.includes('webhooks.create') !== false
  const addButton = mayAdd && (
    <Button look="primary" icon="plus" onClick={() => void add()}>
      {say(texts.addEndpoint)}
    </Button>
  )
  return (
    <Page
      {...useWords()}
      actions={
        <>
          {views?.includes('webhooks.deliveries') !== false && (
            <Button icon="list" onClick={() => navigate('webhooks.deliveries')}>
              {say(texts.allDeliveries)}
            </Button>
          )}
          <Button icon="flask" onClick={() => chosen.turnTo(inboxPart)}>
            {say(texts.testInbox)}
          </Button>
          {addButton}
        </>
      }
      bar={
        <EndpointsBar
          filter={filter}
          range={range}
          apps={app ? undefined : (apps.data ?? [])}
          onNarrow={narrow}
          onRange={overRange}
          onSeek={seek}
          isCovered={isCovered}
          onClear={clear}
        />
      }
    >
      <EndpointsList
        endpoints={endpoints}
        isFiltered={isFiltered}
        isCovered={isCovered}
        onClear={clear}
        addButton={addButton}
        appName={appName}
        openEndpoint={openEndpoint}
        onOpen={(id) => open(id)}
        acts={acts}
        menu={parts?.EndpointMenu}
        onReach={onReach}
      />
      {parts && openEndpoint && (
        <parts.EndpointDrawer
          key={openEndpoint}
          id={openEndpoint}
          known={endpoints.data?.find(({ id }) => id === openEndpoint)}
          range={range}
          acts={acts}
          isCovered={hasQuestion}
          onClose={() => open(undefined)}
        />
      )}
      {children}
    </Page>
  )
}
