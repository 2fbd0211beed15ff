import { useModule } from '@sonaqor/module'
import type { Text } from '@sonaqor/module/texts'
import { adopt, Button, Empty, Loaded, NoPermission, Skeleton, useText } from '@sonaqor/ui'
import '../deliveries/dressed.ts'
import { inboxPart } from '../list/endpoints-filter.ts'
import { useApps } from '../list/use-apps.ts'
import { AppChoice } from './app-choice.tsx'
import { useInboxFilter, type InboxFilter } from './inbox-filter.ts'
import { InboxFrame, type InboxFrameProps } from './inbox-frame.tsx'
import { InboxOf } from './inbox-of.tsx'
import type { InboxPlaceProps } from './inbox-place.tsx'
import sheet from './inbox.css'
import * as texts from './texts/en.ts'

adopt(sheet)

/** The test inbox of a sandbox app, or what it takes to have one. */
export function InboxPage({ acts, onBack }: InboxPlaceProps) {
  const { app, can, environment } = useModule()
  const chosen = useInboxFilter()
  const leave = () => {
    chosen.leave()
    onBack()
  }
  const frame = { onBack: leave, acts, chosen }
  if (environment === 'production') {
    return (
      <InboxFrame onBack={leave}>
        <InProduction />
      </InboxFrame>
    )
  }
  // A page within one app, and whoever may not know the others, has that one alone.
  if (app || (chosen.appId && !can('apps:read'))) {
    return <InboxOf key={chosen.appId} appId={chosen.appId} {...frame} />
  }
  if (!can('apps:read')) {
    return (
      <InboxFrame onBack={leave}>
        <NoPermission scope="apps:read" />
      </InboxFrame>
    )
  }
  return <Choosing {...frame} />
}

interface ChoosingProps extends Pick<InboxFrameProps, 'onBack'> {
  readonly acts: InboxPlaceProps['acts']
  readonly chosen: InboxFilter
}

/** With several apps one is chosen; a link may lead to one that is not among them. */
function Choosing(props: ChoosingProps) {
  const { chosen, onBack } = props
  const apps = useApps()
  const first = apps.data?.[0]
  const appId = chosen.appId || first?.id
  if (!apps.data || !appId) {
    return (
      <InboxFrame onBack={onBack}>
        <Loaded of={apps} loading={<Skeleton rows={8} />} empty={<NoApp />}>
          {() => null}
        </Loaded>
      </InboxFrame>
    )
  }
  return (
    <InboxOf
      key={appId}
      {...props}
      appId={appId}
      app={apps.data.find(({ id }) => id === appId)}
      choice={<AppChoice apps={apps.data} appId={appId} onChoose={chosen.chooseApp} />}
    />
  )
}

/** What happens in production reaches endpoints alone. */
function InProduction() {
  const say = useText()
  const { app, navigate } = useModule()
  const toSandbox = () =>
    navigate('webhooks.endpoints', { environment: 'sandbox', show: inboxPart })
  return (
    <Empty
      title={say(texts.sandboxAlone)}
      // The page of one app has no other environment to turn to.
      action={app ? <ToProjects /> : <InShell verb={texts.toSandbox} onGo={toSandbox} />}
    >
      {say(texts.sandboxAloneBecause)}
    </Empty>
  )
}

function NoApp() {
  const say = useText()
  return (
    <Empty title={say(texts.noApp)} action={<ToProjects />}>
      {say(texts.noAppWords)}
    </Empty>
  )
}

function ToProjects() {
  const { navigate } = useModule()
  return <InShell verb={texts.goToProjects} onGo={() => navigate('home.projects')} />
}

interface InShellProps {
  readonly verb: Text
  readonly onGo: () => void
}

/** A partner's page has no such place. */
function InShell({ verb, onGo }: InShellProps) {
  const say = useText()
  const { kind } = useModule()
  if (kind !== 'shell') return null
  return (
    <Button look="primary" onClick={onGo}>
      {say(verb)}
    </Button>
  )
}
