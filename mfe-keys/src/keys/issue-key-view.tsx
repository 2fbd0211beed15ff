import { Permitted, useModule } from '@sonaqor/module'
import { Empty, Loaded } from '@sonaqor/ui'
import { IssueKeyForm } from './issue-key-form.tsx'
import { IssuedKeyPanel } from './issued-key-panel.tsx'
import { useApps } from './use-apps.ts'
import { useIssuing } from './use-issuing.ts'

/**
 * Issues a key and shows its secret this once. It is a secure view: a host shows it in a frame of
 * our own origin, so that no script of a partner's page ever sees the secret.
 */
export default function IssueKeyView() {
  return (
    <Permitted scope="keys:write" to="issue API keys">
      <Permitted scope="apps:read" to="choose the key's app">
        <Issuing />
      </Permitted>
    </Permitted>
  )
}

function Issuing() {
  const { finish, params } = useModule()
  const apps = useApps()
  const { issue, issued, busy, error } = useIssuing()

  if (issued) return <IssuedKeyPanel issued={issued} onDone={() => finish({ done: true })} />
  return (
    <Loaded of={apps} empty={<NoApps />}>
      {(choices) => (
        <IssueKeyForm
          apps={choices}
          areAllApps={apps.areAll}
          startWith={params['appId']}
          busy={busy}
          error={error}
          onIssue={issue}
          onCancel={() => finish({ done: false })}
        />
      )}
    </Loaded>
  )
}

function NoApps() {
  return (
    <Empty title="No app to issue a key for">
      A key belongs to an app. Create one under “Projects &amp; apps” first.
    </Empty>
  )
}
