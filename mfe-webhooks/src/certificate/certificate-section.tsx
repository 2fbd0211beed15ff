import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { Button, Section, useText } from '@sonaqor/ui'
import type { EndpointActs } from '../acts/endpoint-acts.ts'
import { CertificateFacts } from './certificate-facts.tsx'
import * as texts from './texts/en.ts'

export interface CertificateSectionProps {
  readonly of: Endpoint
  readonly acts: EndpointActs
}

/** What its receiver is shown where that asks who calls. */
export function CertificateSection({ of: endpoint, acts }: CertificateSectionProps) {
  const say = useText()
  const { certificate, url } = endpoint
  const { onAsk, onSetCertificate } = acts
  // Over plain http nobody is asked.
  const isOpen = !url.startsWith('https:')
  const maySet = onSetCertificate && !isOpen
  return (
    <Section
      title={say(texts.title)}
      actions={
        <>
          {certificate && onAsk && (
            <Button size="small" onClick={() => onAsk('remove-certificate', endpoint)}>
              {say(texts.removeAsked)}
            </Button>
          )}
          {maySet && (
            <Button size="small" icon="key" onClick={() => onSetCertificate(endpoint)}>
              {say(certificate ? texts.replaceAsked : texts.setAsked)}
            </Button>
          )}
        </>
      }
    >
      {certificate ? (
        <CertificateFacts of={certificate} />
      ) : (
        <p className="sq-wh-note">{say(isOpen ? texts.httpsAlone : texts.none)}</p>
      )}
    </Section>
  )
}
