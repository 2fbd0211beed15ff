import type { SsoDomain } from '@sonaqor/contract/sso'
import { useModule } from '@sonaqor/module'
import {
  Badge,
  Button,
  Copied,
  Fact,
  Facts,
  faultsOf,
  Field,
  Form,
  Input,
  Refusal,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import { AskDialog } from './ask-dialog.tsx'
import { domainStates } from './sso-words.ts'
import * as texts from './texts/en.ts'
import { useSsoActs } from './use-security.ts'

/** The domains that the provider may speak for, and the record that proves each. */
export function SsoDomains({ domains }: { readonly domains: readonly SsoDomain[] }) {
  const say = useText()
  const { can } = useModule()
  return (
    <section className="sq-security-part" aria-label={say(texts.domains)}>
      <header className="sq-security-head">
        <h3 className="sq-security-title">{say(texts.domains)}</h3>
      </header>
      <p className="sq-security-purpose">{say(texts.domainsPurpose)}</p>
      {domains.length === 0 && <p className="sq-security-purpose">{say(texts.noDomains)}</p>}
      {domains.length > 0 && (
        <ul className="sq-security-domains">
          {domains.map((domain) => (
            <DomainRow key={domain.id} domain={domain} mayWrite={can('security:write')} />
          ))}
        </ul>
      )}
      {can('security:write') && <AddDomain />}
    </section>
  )
}

function DomainRow(props: { readonly domain: SsoDomain; readonly mayWrite: boolean }) {
  const { domain: known, mayWrite } = props
  const { id, domain, record, state } = known
  const say = useText()
  const { checkDomain, releaseDomain } = useSsoActs()
  const [asking, ask] = useState(false)
  const { tone, words } = domainStates[state]
  const isRunning = checkDomain.isPending || state === 'checking'
  return (
    <li className="sq-security-domain">
      <div className="sq-security-head">
        <p className="sq-security-name">
          {domain} <Badge tone={tone}>{say(words)}</Badge>
        </p>
        {mayWrite && (
          <div className="sq-security-acts">
            {state !== 'verified' && (
              <Button
                size="small"
                busy={isRunning}
                aria-label={`${say(texts.check)}: ${domain}`}
                onClick={() => checkDomain.mutate(id)}
              >
                {say(state === 'unverified' ? texts.check : texts.checkAgain)}
              </Button>
            )}
            <Button
              size="small"
              aria-label={`${say(texts.release)}: ${domain}`}
              onClick={() => ask(true)}
            >
              {say(texts.release)}
            </Button>
          </div>
        )}
      </div>
      {state === 'not-found' && <p className="sq-security-purpose">{say(texts.notFoundDetail)}</p>}
      {state === 'taken' && <p className="sq-security-purpose">{say(texts.takenDetail)}</p>}
      {state !== 'verified' && (
        <Facts>
          <Fact name={say(texts.recordName)}>
            <Copied text={record.name} what={say(texts.recordName)} />
          </Fact>
          <Fact name={say(texts.recordValue)}>
            <Copied text={record.value} what={say(texts.recordValue)} />
          </Fact>
        </Facts>
      )}
      <Refusal error={checkDomain.error} />
      {asking && (
        <AskDialog
          title={say(texts.releaseTitle, { domain })}
          verb={say(texts.release)}
          isBusy={releaseDomain.isPending}
          error={releaseDomain.error}
          onDo={() => releaseDomain.mutate(id, { onSuccess: () => ask(false) })}
          onClose={() => ask(false)}
        >
          {say(texts.releaseWords)}
        </AskDialog>
      )}
    </li>
  )
}

function AddDomain() {
  const say = useText()
  const toast = useToast()
  const { addDomain } = useSsoActs()
  const [domain, write] = useState('')
  const [asked, setAsked] = useState(false)
  const isOne = /^[^\s@]+\.[^\s@.]{2,}$/.test(domain.trim())
  const submit = () => {
    setAsked(true)
    if (!isOne) return
    addDomain.mutate(domain.trim(), {
      onSuccess: (added) => {
        write('')
        setAsked(false)
        const title = say(texts.domainAdded, { domain: added.domain })
        toast({ tone: 'success', title, detail: say(texts.domainAddedDetail) })
      },
    })
  }
  return (
    <Form
      onSubmit={submit}
      actions={
        <Button type="submit" busy={addDomain.isPending}>
          {say(texts.addDomain)}
        </Button>
      }
    >
      <Field
        label={say(texts.domain)}
        hint={say(texts.domainHint)}
        error={
          asked && !isOne ? say(texts.domainInvalid) : faultsOf(addDomain.error, say)['domain']
        }
      >
        <Input
          value={domain}
          placeholder="acme.example"
          autoComplete="off"
          spellCheck={false}
          onChange={write}
        />
      </Field>
      <Refusal error={addDomain.error} />
    </Form>
  )
}
