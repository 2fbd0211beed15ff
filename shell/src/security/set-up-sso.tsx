import type { SsoConnection, SsoSettings } from '@sonaqor/contract/sso'
import { Copied, Fact, Facts, failureOf, useText, useToast, Wizard } from '@sonaqor/ui'
import { useState } from 'react'
import { MembersStep, membersAnswers } from './members-step.tsx'
import { providerAnswers, ProviderStep } from './provider-step.tsx'
import { faultsIn, type Draft } from './sso-draft.ts'
import * as texts from './texts/en.ts'
import { useConfigure } from './use-security.ts'

interface SetUpSsoProps {
  readonly settings: SsoSettings
  readonly onClose: () => void
}

/** The provider step by step: what it has to know of us, what we have to know of it, and who comes in. */
export function SetUpSso({ settings, onClose }: SetUpSsoProps) {
  const say = useText()
  const toast = useToast()
  const configure = useConfigure()
  const { connection, revision } = settings
  const [draft, setDraft] = useState(() => draftOf(connection))
  const [asked, setAsked] = useState(false)
  const change = (changed: Partial<Draft>) => setDraft((known) => ({ ...known, ...changed }))
  const faults = faultsIn(draft, connection, say)
  const step = { draft, onChange: change, faults: asked ? faults : {} }

  const finish = async () => {
    const { roleClaim, roleMap, ...rest } = draft
    await configure({
      ...rest,
      roleClaim: roleClaim.trim() || null,
      roleMap: roleClaim.trim() ? roleMap.filter(({ value }) => value.trim()) : [],
      revision,
    })
    onClose()
    toast({ tone: 'success', title: say(texts.saved), detail: say(texts.savedDetail) })
  }

  return (
    <Wizard
      label={say(texts.setUp)}
      finish={say(texts.save)}
      onFinish={finish}
      onCancel={onClose}
      wordsOf={(error) => failureOf(error, say).reason}
      steps={[
        {
          id: 'at-provider',
          title: say(texts.atProvider),
          purpose: say(texts.atProviderPurpose),
          content: <Addresses {...settings} />,
          answers: [],
        },
        {
          id: 'provider',
          title: say(texts.provider),
          purpose: say(texts.providerPurpose),
          content: <ProviderStep {...step} isKnown={connection !== null} />,
          check: () => {
            setAsked(true)
            return Object.keys(faults).length === 0
          },
          answers: providerAnswers(draft, say),
        },
        {
          id: 'members',
          title: say(texts.members),
          purpose: say(texts.membersPurpose),
          content: <MembersStep {...step} />,
          answers: membersAnswers(draft, say),
        },
      ]}
    />
  )
}

function Addresses({ redirectUri, logoutUri }: Pick<SsoSettings, 'redirectUri' | 'logoutUri'>) {
  const say = useText()
  return (
    <Facts>
      <Fact name={say(texts.redirectUri)} hint={say(texts.redirectUriHint)}>
        <Copied text={redirectUri} what={say(texts.redirectUri)} />
      </Fact>
      <Fact name={say(texts.logoutUri)} hint={say(texts.logoutUriHint)}>
        <Copied text={logoutUri} what={say(texts.logoutUri)} />
      </Fact>
    </Facts>
  )
}

const draftOf = (connection: SsoConnection | null): Draft => ({
  issuer: connection?.issuer ?? '',
  clientId: connection?.clientId ?? '',
  clientSecret: '',
  createsMembers: connection?.createsMembers ?? true,
  defaultRole: connection?.defaultRole ?? 'viewer',
  roleClaim: connection?.roleClaim ?? '',
  roleMap: connection?.roleMap ?? [],
  factorCounts: connection?.factorCounts ?? false,
})
