import type { Account } from '@sonaqor/contract/account'
import {
  Banner,
  Button,
  Field,
  faultsOf,
  Form,
  Input,
  Loaded,
  Refusal,
  Section,
  Select,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../../identity/texts/en.ts'
import * as shared from '../../texts/en.ts'
import { EmailDialog } from './email-dialog.tsx'
import { hasFactor } from '../factors/has-factor.ts'
import { useAccount, useFactors, useSaveProfile, type AccountApi } from '../use-account.ts'

interface ProfileSectionProps {
  readonly api: AccountApi
  /** The name is seen beyond this page. */
  readonly onNamed: () => void
}

/** By what one is known: name, address, and the language of mails. */
export function ProfileSection(props: ProfileSectionProps) {
  const { api } = props
  const say = useText()
  const account = useAccount(api)
  const factors = useFactors(api)
  return (
    <Section title={say(texts.profile)}>
      <Loaded of={account}>
        {(known) => (
          <Profile
            key={known.email}
            {...props}
            known={known}
            proof={hasFactor(factors.data) ? 'factor' : 'password'}
            onChange={() => void account.refetch()}
          />
        )}
      </Loaded>
    </Section>
  )
}

interface ProfileProps extends ProfileSectionProps {
  readonly known: Account
  /** By what a new address is asked for. */
  readonly proof: 'factor' | 'password'
  readonly onChange: () => void
}

function Profile({ api, known, proof, onChange, onNamed }: ProfileProps) {
  const say = useText()
  const toast = useToast()
  const [name, setName] = useState(known.name)
  const [locale, setLocale] = useState(known.locale ?? 'en')
  const [isChangingEmail, changeEmail] = useState(false)
  const close = () => changeEmail(false)
  const done = (title: string) => {
    close()
    toast({ title, tone: 'success' })
    onChange()
  }
  const { busy, error, write } = useSaveProfile(api, () => {
    onNamed()
    done(say(texts.profileSaved))
  })
  const faults = faultsOf(error, say)
  return (
    <>
      {known.newEmail && (
        <Banner title={say(texts.emailWaits)}>
          {say(texts.emailWaitsDetail, { email: known.newEmail })}
        </Banner>
      )}
      <div className="sq-profile">
        <Form
          onSubmit={() => write({ name, locale })}
          actions={
            <Button type="submit" look="primary" busy={busy}>
              {say(texts.save)}
            </Button>
          }
        >
          <Field label={say(shared.name)} error={faults['name']}>
            <Input autoComplete="name" value={name} onChange={setName} />
          </Field>
          <Field label={say(texts.languageOfMails)} hint={say(texts.languageOfMailsHint)}>
            <Select options={languages} value={locale} onChange={setLocale} />
          </Field>
          {!('name' in faults) && <Refusal error={error} />}
        </Form>
        <dl className="sq-profile-fixed">
          <div>
            <dt>{say(shared.email)}</dt>
            <dd>
              <span>{known.email}</span>
              <Button size="small" onClick={() => changeEmail(true)}>
                {say(texts.changeEmail)}
              </Button>
            </dd>
          </div>
        </dl>
      </div>
      {isChangingEmail && (
        <EmailDialog
          api={api}
          hasFactor={proof === 'factor'}
          onClose={close}
          onDone={() => done(say(texts.emailAsked))}
        />
      )}
    </>
  )
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const
