import type { SsoConnection, SsoSettings } from '@sonaqor/contract/sso'
import { useModule } from '@sonaqor/module'
import {
  AskDialog,
  Badge,
  Banner,
  Button,
  Copied,
  Fact,
  Facts,
  Refusal,
  RelativeTime,
  Said,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { faultWords, ssoRoleWords } from './sso-words.ts'
import * as texts from './texts/en.ts'
import { useSsoActs } from './use-security.ts'

interface SsoProviderProps {
  readonly settings: SsoSettings
  readonly connection: SsoConnection
  readonly onChange: () => void
}

/** The provider as it is set up, and whether it answers. */
export function SsoProvider({ settings, connection, onChange }: SsoProviderProps) {
  const say = useText()
  const { can } = useModule()
  const { test, remove } = useSsoActs()
  const [asking, ask] = useState(false)
  const isRunning = connection.check.state === 'running'
  return (
    <section className="sq-security-part" aria-label={say(texts.provider)}>
      <header className="sq-security-head">
        <h3 className="sq-security-title">{say(texts.provider)}</h3>
        {can('security:write') && (
          <div className="sq-security-acts">
            <Button
              size="small"
              busy={test.isPending || isRunning}
              onClick={() => test.mutate(undefined)}
            >
              {say(texts.test)}
            </Button>
            <Button size="small" onClick={onChange}>
              {say(texts.change)}
            </Button>
            <Button size="small" onClick={() => ask(true)}>
              {say(texts.remove)}
            </Button>
          </div>
        )}
      </header>
      <div className="sq-security-check" aria-live="polite">
        <Found check={connection.check} />
      </div>
      <Refusal error={test.error} />
      <ProviderFacts settings={settings} connection={connection} />
      {asking && (
        <AskDialog
          title={say(texts.removeTitle)}
          verb={say(texts.removeProvider)}
          isBusy={remove.isPending}
          error={remove.error}
          onDo={() => remove.mutate(undefined, { onSuccess: () => ask(false) })}
          onClose={() => ask(false)}
        >
          <p>{say(texts.removeWords)}</p>
        </AskDialog>
      )}
    </section>
  )
}

function ProviderFacts({ settings, connection }: Omit<SsoProviderProps, 'onChange'>) {
  const say = useText()
  const { createsMembers, defaultRole, factorCounts, roleClaim, roleMap } = connection
  const onOff = (on: boolean) => say(on ? texts.isOn : texts.isOff)
  return (
    <Facts>
      <Fact name={say(texts.issuer)}>
        <code>{connection.issuer}</code>
      </Fact>
      <Fact name={say(texts.clientId)}>
        <code>{connection.clientId}</code>
      </Fact>
      <Fact name={say(texts.redirectUri)} hint={say(texts.redirectUriHint)}>
        <Copied text={settings.redirectUri} what={say(texts.redirectUri)} />
      </Fact>
      <Fact name={say(texts.logoutUri)} hint={say(texts.logoutUriHint)}>
        <Copied text={settings.logoutUri} what={say(texts.logoutUri)} />
      </Fact>
      <Fact name={say(texts.createsMembers)}>{onOff(createsMembers)}</Fact>
      <Fact name={say(texts.defaultRole)}>{say(ssoRoleWords[defaultRole])}</Fact>
      {roleClaim !== null && roleMap.length > 0 && (
        <Fact name={say(texts.groupsToRoles)} hint={roleClaim}>
          {roleMap.map(({ value, role }) => `${value} → ${say(ssoRoleWords[role])}`).join(', ')}
        </Fact>
      )}
      <Fact name={say(texts.factorCounts)}>{onOff(factorCounts)}</Fact>
    </Facts>
  )
}

function Found({ check: { state, fault, at } }: Pick<SsoConnection, 'check'>) {
  const say = useText()
  if (state === 'never') return <Badge tone="warning">{say(texts.neverTested)}</Badge>
  if (state === 'running') return <Badge tone="info">{say(texts.checking)}</Badge>
  const when = at && <Said of={texts.lookedAt} with={{ at: <RelativeTime at={at} /> }} />
  if (state === 'bad') {
    return (
      <Banner tone="danger" title={say(fault ? faultWords[fault] : texts.noDescription)}>
        {when}
      </Banner>
    )
  }
  return (
    <>
      <Badge tone="success">{say(texts.found)}</Badge> {when}
    </>
  )
}
