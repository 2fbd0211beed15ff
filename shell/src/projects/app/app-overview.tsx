import type { App } from '@sonaqor/contract/apps'
import { useModule } from '@sonaqor/module'
import { adopt, Button, Section, useText } from '@sonaqor/ui'
import { AddressCheck } from '../settings/address-check.tsx'
import { ActivityOf } from '../activity/app-activity.tsx'
import { AppFacts } from './app-facts.tsx'
import sheet from './app-page.css'
import * as texts from '../texts/en.ts'

adopt(sheet)

interface AppOverviewProps {
  readonly app: App
  readonly projectName: string | undefined
}

/** How an app fares, what it is, and who may use it from where. */
export function AppOverview({ app, projectName }: AppOverviewProps) {
  const say = useText()
  const { kind } = useModule()
  const isThere = app.deletedAt === null
  return (
    <div className="sq-app-parts">
      {isThere && <ActivityOf appId={app.id} />}
      <Section title={say(texts.factsOfApp)} actions={isThere && <ToSessions appId={app.id} />}>
        <AppFacts app={app} projectName={projectName} />
      </Section>
      {/* Whose address that would be is nothing for the page of a partner. */}
      {isThere && kind === 'shell' && <AddressCheck appId={app.id} />}
    </div>
  )
}

/** Leads to the pages of partners that are open with it; within such a page it leads nowhere. */
function ToSessions({ appId }: { readonly appId: string }) {
  const say = useText()
  const { can, kind, navigate } = useModule()
  if (kind !== 'shell' || !can('embeds:read')) return null
  return (
    <Button size="small" onClick={() => navigate('home.embeds', { appId })}>
      {say(texts.showEmbedSessions)}
    </Button>
  )
}
