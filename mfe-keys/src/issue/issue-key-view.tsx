import { Permitted, useModule } from '@sonaqor/module'
import { Button, Empty, Loaded, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { IssueKeyForm } from './issue-key-form.tsx'
import { IssueKeySkeleton } from './issue-key-skeleton.tsx'
import { IssuedKeyPanel } from './issued-key-panel.tsx'
import { useApps } from '../list/use-apps.ts'
import { useIssuing } from './use-issuing.ts'

/**
 * Issues a key and shows its secret this once. It is a secure view: a host shows it in a frame of
 * our own origin, so that no script of a partner's page ever sees the secret.
 */
export default function IssueKeyView() {
  const say = useText()
  return (
    <Permitted scope="keys:write" to={say(texts.issueKeys)}>
      <Permitted scope="apps:read" to={say(texts.chooseApp)}>
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
    <Loaded of={apps} loading={<IssueKeySkeleton />} empty={<NoApps />}>
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
  const say = useText()
  const { finish, kind, navigate } = useModule()
  const toProjects = () => {
    finish({ done: false })
    navigate('home.projects')
  }
  return (
    <Empty
      title={say(texts.noAppTitle)}
      action={
        kind === 'shell' && (
          <Button look="primary" onClick={toProjects}>
            {say(texts.goToProjects)}
          </Button>
        )
      }
    >
      {say(texts.noAppWords)}
    </Empty>
  )
}
