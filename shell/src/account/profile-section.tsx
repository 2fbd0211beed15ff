import type { Account } from '@sonaqor/contract/account'
import type { Client } from '@sonaqor/contract/client'
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
  type Readable,
} from '@sonaqor/ui'
import { useState } from 'react'
import { useAct } from '../identity/use-act.ts'
import * as texts from '../identity/texts/en.ts'
import * as shared from '../texts/en.ts'
import { EmailDialog } from './email-dialog.tsx'
import { PasswordDialog } from './password-dialog.tsx'

interface ProfileSectionProps {
  readonly api: Pick<Client, 'account'>
  readonly account: Readable<Account>
  readonly hasFactor: boolean
  readonly onChange: () => void
  /** The name is seen beyond this page. */
  readonly onNamed: () => void
}

/** By what one is known: name, address, and the language of mails. */
export function ProfileSection({ account, ...props }: ProfileSectionProps) {
  const say = useText()
  return (
    <Section title={say(texts.profile)}>
      <Loaded of={account}>
        {(known) => <Profile key={known.email} {...props} known={known} />}
      </Loaded>
    </Section>
  )
}

interface ProfileProps extends Omit<ProfileSectionProps, 'account'> {
  readonly known: Account
}

function Profile({ api, known, hasFactor, onChange, onNamed }: ProfileProps) {
  const say = useText()
  const toast = useToast()
  const [name, setName] = useState(known.name)
  const [locale, setLocale] = useState(known.locale ?? 'en')
  const [open, setOpen] = useState<'email' | 'password'>()
  const { busy, error, run } = useAct()
  const faults = faultsOf(error, say)
  const close = () => setOpen(undefined)
  const done = (title: string) => {
    close()
    toast({ title, tone: 'success' })
    onChange()
  }
  const save = async () => {
    await api.account.update({ body: { name, locale } })
    onNamed()
    done(say(texts.profileSaved))
  }
  return (
    <>
      {known.newEmail && (
        <Banner title={say(texts.emailWaits)}>
          {say(texts.emailWaitsDetail, { email: known.newEmail })}
        </Banner>
      )}
      <div className="sq-profile">
        <Form
          onSubmit={() => run(save)}
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
              <Button size="small" onClick={() => setOpen('email')}>
                {say(texts.changeEmail)}
              </Button>
            </dd>
          </div>
          <div>
            <dt>{say(shared.password)}</dt>
            <dd>
              <span aria-hidden="true">••••••••••</span>
              <Button size="small" onClick={() => setOpen('password')}>
                {say(texts.changePassword)}
              </Button>
            </dd>
          </div>
        </dl>
      </div>
      {open === 'email' && (
        <EmailDialog
          api={api}
          hasFactor={hasFactor}
          onClose={close}
          onDone={() => done(say(texts.emailAsked))}
        />
      )}
      {open === 'password' && (
        <PasswordDialog
          api={api}
          email={known.email}
          onClose={close}
          onDone={() => done(say(texts.passwordChanged))}
        />
      )}
    </>
  )
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const
