import type { SsoSettings } from '@sonaqor/contract/sso'
import { DraftNotice, useDraft } from '@sonaqor/module'
import { Copied, Fact, Facts, failureOf, useText, useToast, Wizard } from '@sonaqor/ui'
import { useState } from 'react'
import { MembersStep, membersAnswers } from './members-step.tsx'
import { providerAnswers, ProviderStep } from './provider-step.tsx'
import { draftOf, faultsIn, keptBy, keptOf, type Draft } from './sso-draft.ts'
import * as texts from './texts/en.ts'
import { useConfigure } from './use-security.ts'

interface SetUpSsoProps {
  readonly settings: SsoSettings
  readonly onClose: () => void
}

/**
 * The provider step by step: what it has to know of us, what we have to know of it, and who comes in.
 * What is answered is kept for who is interrupted, but for the secret, which is typed again.
 */
export function SetUpSso({ settings, onClose }: SetUpSsoProps) {
  const say = useText()
  const toast = useToast()
  const configure = useConfigure()
  const { connection, revision } = settings
  const [initial] = useState(() => keptOf(connection))
  const kept = useDraft('sso.configure', connection ? 'change' : 'new', initial)
  const [clientSecret, setClientSecret] = useState('')
  const draft = draftOf(kept.value, clientSecret)
  const [asked, setAsked] = useState(false)
  const change = (changed: Partial<Draft>) => {
    if (changed.clientSecret !== undefined) setClientSecret(changed.clientSecret)
    else kept.change(keptBy(draft, changed))
  }
  const close = () => {
    kept.drop()
    onClose()
  }
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
    close()
    toast({ tone: 'success', title: say(texts.saved), detail: say(texts.savedDetail) })
  }

  return (
    <>
      <DraftNotice draft={kept} />
      <Wizard
        label={say(texts.setUp)}
        finish={say(texts.save)}
        onFinish={finish}
        onCancel={close}
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
    </>
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
