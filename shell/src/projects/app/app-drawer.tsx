import type { App } from '@sonaqor/contract/apps'
import { EnvironmentBadge, useModule } from '@sonaqor/module'
import { Button, Drawer, Loaded, Skeleton, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { AppFacts } from './app-facts.tsx'
import { useApp, type ProjectHead } from '../use-projects.ts'

export interface AppDrawerProps {
  readonly id: string
  /** Those that are in view; the app's own may be none of them. */
  readonly projects: readonly ProjectHead[] | undefined
  readonly onClose: () => void
}

/** Everything about one app, and the ways to what is done through it. */
export function AppDrawer({ id, projects, onClose }: AppDrawerProps) {
  const say = useText()
  const app = useApp(id)
  return (
    <Drawer
      title={app.data?.name ?? say(texts.app)}
      aside={app.data && <EnvironmentBadge of={app.data.environment} />}
      actions={app.data && <Ways app={app.data} />}
      onClose={onClose}
    >
      <Loaded of={app} loading={<Skeleton rows={5} />}>
        {(known) => (
          <AppFacts
            app={known}
            projectName={projects?.find((project) => project.id === known.projectId)?.name}
          />
        )}
      </Loaded>
    </Drawer>
  )
}

/** Other modules show what belongs to the app; each is offered to those who may see it. */
function Ways({ app }: { readonly app: App }) {
  const say = useText()
  const { can, navigate } = useModule()
  return (
    <>
      {can('logs:read') && (
        <Button onClick={() => navigate('logs.list', { appId: app.id })}>
          {say(texts.requestsOfApp)}
        </Button>
      )}
      {can('keys:read') && (
        <Button onClick={() => navigate('keys.list', { appId: app.id })}>
          {say(texts.keysOfApp)}
        </Button>
      )}
      <Button look="primary" onClick={() => navigate('home.app', { app: app.id })}>
        {say(texts.openAppPage)}
      </Button>
    </>
  )
}
