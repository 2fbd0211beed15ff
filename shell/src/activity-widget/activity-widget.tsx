import { Permitted, useModule } from '@sonaqor/module'
import { adopt, Empty, useText } from '@sonaqor/ui'
import { ActivityOf } from '../projects/activity/app-activity.tsx'
import * as texts from '../projects/texts/en.ts'
import sheet from './activity-widget.css'

adopt(sheet)

/** How an app fares, as a small part of a page of somebody else's: requests, errors, latency. */
export default function ActivityWidget() {
  const say = useText()
  const { app, params } = useModule()
  // In a partner's page it is the app of the session; elsewhere the page names one.
  const appId = app?.id ?? params['appId']
  return (
    <div className="sq-activity-widget">
      <Permitted scope="apps:read" to={say(texts.toSeeThisApp)}>
        {appId ? <ActivityOf appId={appId} /> : <Empty title={say(texts.noAppNamed)} />}
      </Permitted>
    </div>
  )
}
