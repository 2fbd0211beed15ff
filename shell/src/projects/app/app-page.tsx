import type { App } from '@sonaqor/contract/apps'
import { EnvironmentBadge, Permitted, useModule, useViewState } from '@sonaqor/module'
import {
  Banner,
  Button,
  Empty,
  Loaded,
  Page,
  RelativeTime,
  Said,
  Skeleton,
  useText,
} from '@sonaqor/ui'
import { AppActs } from './app-acts.tsx'
import { AppTabs } from './app-tabs.tsx'
import { asApp, useRestoring } from '../deleted/deleting.ts'
import * as texts from '../texts/en.ts'
import { useLiveApp } from './use-app.ts'
import { useProject } from '../use-project.ts'

/** Which app it is, in the address; within the page of a partner there is but one. */
const noneNamed = { app: '' }

export default function AppPage() {
  const say = useText()
  const { app: narrowedTo } = useModule()
  const [named] = useViewState(noneNamed)
  const id = narrowedTo?.id ?? named.app
  const words = { title: say(texts.app) }
  return (
    <Permitted scope="apps:read" to={say(texts.toSeeThisApp)} page={words}>
      {id === '' ? (
        <Page {...words}>
          <NoneNamed />
        </Page>
      ) : (
        <PageOf key={id} id={id} />
      )}
    </Permitted>
  )
}

function NoneNamed() {
  const say = useText()
  return (
    <Empty title={say(texts.noAppNamed)} action={<ToProjects />}>
      {say(texts.noAppNamedDetail)}
    </Empty>
  )
}

function PageOf({ id }: { readonly id: string }) {
  const say = useText()
  const { kind } = useModule()
  const app = useLiveApp(id)
  const known = app.data
  const project = useProject(known?.projectId ?? '', known !== undefined)
  const projectName = project.data?.name
  return (
    <Page
      title={known?.name ?? say(texts.app)}
      {...(projectName && { purpose: say(texts.appPurpose, { project: projectName }) })}
      actions={known && kind === 'shell' && <AppActs app={known} />}
      bar={
        <>
          {known && <EnvironmentBadge of={known.environment} />}
          {kind === 'shell' && <ToProjects />}
        </>
      }
    >
      <Loaded of={app} loading={<Skeleton rows={6} />}>
        {(read) => (
          <>
            {read.deletedAt && <Gone app={read} at={read.deletedAt} />}
            <AppTabs app={read} projectName={projectName} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function ToProjects() {
  const say = useText()
  const { navigate } = useModule()
  return (
    <Button look="quiet" size="small" onClick={() => navigate('home.projects')}>
      {say(texts.toAllProjects)}
    </Button>
  )
}

/** An app that was deleted still has its page, from which it is brought back. */
function Gone({ app, at }: { readonly app: App; readonly at: string }) {
  const say = useText()
  const { can, kind } = useModule()
  const restoring = useRestoring()
  const mayRestore = kind === 'shell' && can('apps:write') && app.restorableUntil !== null
  return (
    <Banner
      tone="warning"
      title={say(texts.appIsDeleted)}
      actions={
        mayRestore && (
          <Button
            size="small"
            icon="undo"
            busy={restoring.isPending}
            onClick={() => restoring.mutate(asApp(app))}
          >
            {say(texts.restoreApp)}
          </Button>
        )
      }
    >
      <Said of={texts.deletedSince} with={{ when: <RelativeTime at={at} /> }} />{' '}
      {app.restorableUntil && (
        <Said of={texts.goneForGood} with={{ when: <RelativeTime at={app.restorableUntil} /> }} />
      )}
    </Banner>
  )
}
