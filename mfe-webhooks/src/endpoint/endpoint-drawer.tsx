import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { CopyLink, useFoothold, useModule } from '@sonaqor/module'
import { Banner, Button, Drawer, Loaded, Skeleton, useText, type Range } from '@sonaqor/ui'
import type { EndpointActs } from '../acts/endpoint-acts.ts'
import { EndpointMenu } from '../acts/endpoint-menu.tsx'
import { useEndpoint } from '../list/use-endpoints.ts'
import * as common from '../texts/en.ts'
import { EndpointBadges } from './endpoint-badges.tsx'
import { nameOf } from './endpoint-name.ts'
import { EndpointOverview } from './endpoint-overview.tsx'
import * as texts from './texts/en.ts'

export interface EndpointDrawerProps {
  readonly id: string
  /** What the list says of it; a link may lead to one that is not in view. */
  readonly known: Endpoint | undefined
  readonly range: Range
  readonly acts: EndpointActs
  /** A question lies over it. */
  readonly isCovered: boolean
  readonly onClose: () => void
}

/** How one endpoint does and what it is set to, while the list stays in view. */
export function EndpointDrawer(props: EndpointDrawerProps) {
  const { id, known, range, acts, isCovered, onClose } = props
  const say = useText()
  const { environment } = useModule()
  const reading = useEndpoint(id, range, known)
  const { place, onFocus } = useFoothold<HTMLDivElement>(isCovered)
  const endpoint = reading.data
  const isHere = endpoint?.environment === environment
  return (
    <div onFocus={onFocus}>
      <Drawer
        title={endpoint ? nameOf(endpoint) : say(common.endpoint)}
        aside={endpoint && <EndpointBadges of={endpoint} hasEnvironment />}
        actions={
          endpoint &&
          isHere && (
            <>
              <CopyLink />
              <EndpointMenu of={endpoint} acts={acts} isOpen />
              <Button look="primary" onClick={() => acts.onShow(endpoint, 'deliveries')}>
                {say(common.showDeliveries)}
              </Button>
            </>
          )
        }
        width="wide"
        onClose={onClose}
      >
        <div ref={place} className="sq-unseen" tabIndex={-1} />
        <Loaded of={reading} loading={<Skeleton rows={8} />}>
          {(read) =>
            isHere ? (
              <EndpointOverview of={read} range={range} acts={acts} />
            ) : (
              <Elsewhere of={read} />
            )
          }
        </Loaded>
      </Drawer>
    </div>
  )
}

/** A link leads to an endpoint whichever environment is looked at. */
export function Elsewhere({ of: { id, environment } }: { readonly of: Endpoint }) {
  const say = useText()
  const { kind, navigate } = useModule()
  // The address of the shell names the environment; a partner's page has one alone.
  const turn = () => navigate('webhooks.endpoints', { environment, endpoint: id })
  return (
    <Banner
      tone="warning"
      title={say(texts.elsewhere, { environment })}
      actions={
        kind === 'shell' && (
          <Button size="small" onClick={turn}>
            {say(texts.switchEnvironment, { environment })}
          </Button>
        )
      }
    >
      {say(texts.otherShown, { environment })}
    </Banner>
  )
}
