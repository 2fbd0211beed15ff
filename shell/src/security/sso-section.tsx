import type { SsoSettings } from '@sonaqor/contract/sso'
import { useModule, useParts, useViewState } from '@sonaqor/module'
import { Badge, Button, Empty, Loaded, Section, useText, useToast } from '@sonaqor/ui'
import { SsoDomains } from './sso-domains.tsx'
import { SsoProvider } from './sso-provider.tsx'
import { SsoSwitches } from './sso-switches.tsx'
import { stateOf } from './sso-words.ts'
import * as texts from './texts/en.ts'
import { useSso } from './use-security.ts'

const closed = { setUp: false, adding: false }

/** Single sign-on: how it stands, what it is made of, and the way to set it up. */
export function SsoSection() {
  const say = useText()
  const toast = useToast()
  const { can } = useModule()
  const sso = useSso()
  const [{ setUp, adding }, choose] = useViewState(closed)
  const close = () => choose(closed)
  const { parts, fetchAhead } = useParts(
    () => import('./security-parts.ts'),
    setUp || adding,
    () => {
      close()
      toast({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.checkConnection) })
    },
  )
  const state = sso.data && stateOf(sso.data.connection)
  return (
    <Section
      title={say(texts.singleSignOn)}
      purpose={say(texts.singleSignOnPurpose)}
      actions={state && <Badge tone={state.tone}>{say(state.words)}</Badge>}
    >
      <Loaded of={sso}>
        {(settings) =>
          setUp && parts && can('security:write') ? (
            <parts.SetUpSso settings={settings} onClose={close} />
          ) : (
            <SsoSetUp
              settings={settings}
              onAhead={fetchAhead}
              onSetUp={() => choose({ setUp: true })}
              onAdd={() => choose({ adding: true })}
            />
          )
        }
      </Loaded>
      {adding && parts && can('security:write') && <parts.AddDomainDialog onClose={close} />}
    </Section>
  )
}

interface SsoSetUpProps {
  readonly settings: SsoSettings
  readonly onAhead: () => void
  readonly onSetUp: () => void
  readonly onAdd: () => void
}

function SsoSetUp({ settings, onAhead, onSetUp, onAdd }: SsoSetUpProps) {
  const say = useText()
  const { can } = useModule()
  const { connection } = settings
  if (!connection) {
    return (
      <Empty
        title={say(texts.noConnection)}
        action={
          can('security:write') && (
            <Button look="primary" onPointerEnter={onAhead} onClick={onSetUp}>
              {say(texts.setUp)}
            </Button>
          )
        }
      >
        {say(texts.noConnectionDetail)}
      </Empty>
    )
  }
  return (
    <>
      <SsoSwitches settings={settings} connection={connection} />
      <SsoProvider settings={settings} connection={connection} onChange={onSetUp} />
      <SsoDomains domains={settings.domains} onAdd={onAdd} />
    </>
  )
}
