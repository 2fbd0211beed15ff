import { Permitted, useViewState } from '@sonaqor/module'
import { adopt, Empty, Loaded, Select, useText } from '@sonaqor/ui'
import type { App } from '@sonaqor/contract/apps'
import { useId } from 'react'
import sheet from './doctor/doctor.css'
import { Refusals } from './doctor/refusals.tsx'
import { SetUp } from './doctor/set-up.tsx'
import * as texts from './doctor/texts/en.ts'
import { Trial } from './doctor/trial.tsx'
import { useApps } from './doctor/use-doctor.ts'
import { EmbedTab } from './embed-tab.tsx'

adopt(sheet)

/** Whether an embed works, and what to change where it does not. */
export function DoctorTab() {
  const say = useText()
  return (
    <Permitted scope="apps:read" to={say(texts.app)}>
      <OfApps />
    </Permitted>
  )
}

function OfApps() {
  const say = useText()
  return (
    <Loaded
      of={useApps()}
      empty={<Empty title={say(texts.noApps)}>{say(texts.noAppsDetail)}</Empty>}
    >
      {(apps) => <OfApp apps={apps} />}
    </Loaded>
  )
}

function OfApp({ apps }: { readonly apps: readonly App[] }) {
  const say = useText()
  const [{ appId }, choose] = useViewState({ appId: '' })
  const appField = useId()
  const app = apps.find(({ id }) => id === appId) ?? apps[0]
  if (!app) return null
  return (
    <EmbedTab
      purpose={say(texts.doctorPurpose)}
      bar={
        <div className="sq-doctor-bar">
          <label htmlFor={appField}>{say(texts.app)}</label>
          <Select
            id={appField}
            value={app.id}
            options={apps.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(next) => choose({ appId: next })}
          />
        </div>
      }
    >
      <div className="sq-doctor">
        <SetUp key={`set-up ${app.id}`} app={app} />
        <Refusals key={`refusals ${app.id}`} app={app} />
        <Trial app={app} />
      </div>
    </EmbedTab>
  )
}
