import type { App } from '@sonaqor/contract/apps'
import type { Inbox } from '@sonaqor/contract/webhook-inbox'
import { useModule } from '@sonaqor/module'
import type { Text } from '@sonaqor/module/texts'
import { Banner, Button, Loaded, Skeleton, useText } from '@sonaqor/ui'
import { useState, type ReactNode } from 'react'
import type { EndpointActs } from '../acts/endpoint-acts.ts'
import { HeldBack } from '../deliveries/held-back.tsx'
import * as common from '../texts/en.ts'
import { Answering } from './answering.tsx'
import { ClearDialog } from './clear-dialog.tsx'
import type { InboxFilter } from './inbox-filter.ts'
import { InboxFrame } from './inbox-frame.tsx'
import { InboxMenu } from './inbox-menu.tsx'
import { Listening } from './listening.tsx'
import { Messages } from './messages.tsx'
import { NotOpened } from './not-opened.tsx'
import { TestDrawer } from './test-drawer.tsx'
import * as texts from './texts/en.ts'
import { useInbox, useTurningInbox } from './use-inbox.ts'

export interface InboxOfProps {
  readonly appId: string
  /** Undefined where the page is within it, or may not know it. */
  readonly app?: App | undefined
  readonly choice?: ReactNode
  readonly chosen: InboxFilter
  readonly acts: EndpointActs
  readonly onBack: () => void
}

/** The inbox of one app: before it is open, while it is, and after. */
export function InboxOf(props: InboxOfProps) {
  const { appId, app, choice, chosen, acts, onBack } = props
  const say = useText()
  const { can } = useModule()
  const inbox = useInbox(appId)
  const { open, close } = useTurningInbox(appId)
  const [asked, ask] = useState<'test' | 'clear'>()
  const { isOpen = false, endpointId = null } = inbox.data ?? {}
  const mayWrite = can('webhooks:write')
  const withSecret = (act: EndpointActs['onShowSecret']) =>
    endpointId && act ? () => act({ id: endpointId }) : undefined
  const showSecret = withSecret(acts.onShowSecret)
  const closed = { isBusy: open.isPending, onOpen: mayWrite ? () => open.mutate() : undefined }
  const test = mayWrite && isOpen && (
    <Button look="primary" icon="play" onClick={() => ask('test')}>
      {say(common.sendTest)}
    </Button>
  )
  return (
    <InboxFrame
      onBack={onBack}
      bar={choice}
      actions={
        inbox.data &&
        endpointId !== null && (
          <>
            {mayWrite && (
              <InboxMenu
                of={inbox.data}
                onShowSecret={showSecret}
                onRotateSecret={withSecret(acts.onRotateSecret)}
                onClear={() => ask('clear')}
                onClose={() => close.mutate()}
              />
            )}
            {test}
          </>
        )
      }
    >
      <Loaded of={inbox} loading={<Skeleton rows={8} />}>
        {(read) =>
          read.endpointId === null ? (
            <NotOpened name={app?.name} {...closed} />
          ) : (
            <>
              {!read.isOpen && <Closed of={read} {...closed} />}
              {read.areBodiesHeldBack && <HeldBack />}
              <div className="sq-wh-inbox-cards">
                <Answering of={read} />
                <Listening onShowSecret={showSecret} />
              </div>
              <Messages
                key={chosen.type}
                of={{ ...read, endpointId: read.endpointId }}
                chosen={chosen}
                test={test}
                onShowSecret={showSecret}
                isCovered={asked !== undefined}
              />
            </>
          )
        }
      </Loaded>
      {asked === 'test' && endpointId && (
        <TestDrawer endpointId={endpointId} onClose={() => ask(undefined)} />
      )}
      {asked === 'clear' && inbox.data && (
        <ClearDialog of={inbox.data} onClose={() => ask(undefined)} />
      )}
    </InboxFrame>
  )
}

interface ClosedProps {
  readonly of: Inbox
  readonly isBusy: boolean
  readonly onOpen: (() => void) | undefined
}

/** Whatever else it may be, somebody has closed it. */
const because: Partial<Record<NonNullable<Inbox['because']>, Text>> = {
  gone: texts.closedByGone,
  failing: texts.closedByFailing,
}

/** Nothing comes any more: why, and the way back. */
function Closed({ of: inbox, isBusy, onOpen }: ClosedProps) {
  const say = useText()
  return (
    <Banner
      title={say(texts.isClosed)}
      actions={
        onOpen && (
          <Button size="small" icon="play" busy={isBusy} onClick={onOpen}>
            {say(texts.openAgain)}
          </Button>
        )
      }
    >
      {say((inbox.because && because[inbox.because]) ?? texts.closedMeans)}
    </Banner>
  )
}
