import type { SsoDomain } from '@sonaqor/contract/sso'
import { useModule } from '@sonaqor/module'
import { AskDialog, Badge, Button, Copied, Fact, Facts, Refusal, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { domainStates } from './sso-words.ts'
import * as texts from './texts/en.ts'
import { useSsoActs } from './use-security.ts'

interface SsoDomainsProps {
  readonly domains: readonly SsoDomain[]
  readonly onAdd: () => void
}

/** The domains that the provider may speak for, and the record that proves each. */
export function SsoDomains({ domains, onAdd }: SsoDomainsProps) {
  const say = useText()
  const { can } = useModule()
  return (
    <section className="sq-security-part" aria-label={say(texts.domains)}>
      <header className="sq-security-head">
        <h3 className="sq-security-title">{say(texts.domains)}</h3>
        {can('security:write') && (
          <Button size="small" icon="plus" onClick={onAdd}>
            {say(texts.addDomain)}
          </Button>
        )}
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
  const verb = state === 'unverified' ? texts.check : texts.checkAgain
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
                aria-label={`${say(verb)}: ${domain}`}
                onClick={() => checkDomain.mutate(id)}
              >
                {say(verb)}
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
          <p>{say(texts.releaseWords)}</p>
        </AskDialog>
      )}
    </li>
  )
}
