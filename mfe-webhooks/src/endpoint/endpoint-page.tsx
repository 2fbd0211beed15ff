import { CopyLink, useModule } from '@sonaqor/module'
import { Button, Loaded, Page, RangePicker, Skeleton, Tabs, useText, type Range } from '@sonaqor/ui'
import type { EndpointActs } from '../acts/endpoint-acts.ts'
import { EndpointMenu } from '../acts/endpoint-menu.tsx'
import { DeliveriesOf } from '../deliveries/deliveries-of.tsx'
import { ranges } from '../list/endpoints-filter.ts'
import { useEndpoint } from '../list/use-endpoints.ts'
import { useFollowing } from '../list/use-following.ts'
import * as common from '../texts/en.ts'
import { Trial } from '../trial/trial.tsx'
import { useTrial } from '../trial/use-trial.ts'
import { EndpointBadges } from './endpoint-badges.tsx'
import { Elsewhere } from './endpoint-drawer.tsx'
import { nameOf } from './endpoint-name.ts'
import { EndpointOverview } from './endpoint-overview.tsx'
import * as texts from './texts/en.ts'

export interface EndpointPageProps {
  readonly id: string
  readonly range: Range
  readonly onRange: (range: Range) => void
  /** As the address has it. */
  readonly tab: string
  readonly onTab: (tab: string) => void
  readonly acts: EndpointActs
  readonly onBack: () => void
}

/** All there is about one endpoint, in tabs. */
export function EndpointPage(props: EndpointPageProps) {
  const { id, range, onRange, acts, onTab, onBack } = props
  const say = useText()
  const { can, environment } = useModule()
  useFollowing()
  const reading = useEndpoint(id, range)
  const inHand = useTrial(() => onTab('signature'))
  const endpoint = reading.data
  const mayTry = can('webhooks:write')
  const tabs = [
    { id: 'overview', label: say(texts.overview) },
    { id: 'deliveries', label: say(texts.deliveries) },
    ...(mayTry
      ? [
          { id: 'test', label: say(common.sendTest) },
          { id: 'signature', label: say(texts.debugSignature) },
        ]
      : []),
  ]
  const tab = tabs.some((one) => one.id === props.tab) ? props.tab : 'overview'
  return (
    <Page
      title={endpoint ? nameOf(endpoint) : say(common.endpoint)}
      {...(endpoint && { purpose: endpoint.url })}
      actions={
        <>
          <Button icon="undo" onClick={onBack}>
            {say(common.allEndpoints)}
          </Button>
          <CopyLink />
          {endpoint && <EndpointMenu of={endpoint} acts={acts} isOpen />}
        </>
      }
      bar={endpoint && <EndpointBadges of={endpoint} hasEnvironment />}
    >
      <Loaded of={reading} loading={<Skeleton rows={8} />}>
        {(read) =>
          read.environment === environment ? (
            <Tabs
              label={say(texts.partsOf, { name: nameOf(read) })}
              tabs={tabs}
              value={tab}
              onChange={onTab}
            >
              {tab === 'overview' && (
                <>
                  <div className="sq-wh-range">
                    <RangePicker value={range} presets={ranges} onChange={onRange} />
                  </div>
                  <EndpointOverview of={read} range={range} acts={acts} />
                </>
              )}
              {tab === 'deliveries' && <DeliveriesOf endpoint={read} />}
              {(tab === 'test' || tab === 'signature') && (
                <Trial
                  key={tab}
                  of={read}
                  tab={tab}
                  inHand={inHand}
                  onBack={() => onTab('overview')}
                />
              )}
            </Tabs>
          ) : (
            <Elsewhere of={read} />
          )
        }
      </Loaded>
    </Page>
  )
}
