import type { ClientCertificate } from '@sonaqor/contract/webhook-certificates'
import { Copied, Fact, Facts, Moment, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

/** Who it says that we are, and how long it holds; nothing of its key but of which kind that is. */
export function CertificateFacts({ of: certificate }: { readonly of: ClientCertificate }) {
  const say = useText()
  const { subject, issuer, serialNumber, fingerprint, validFrom, validUntil } = certificate
  return (
    <Facts>
      <Fact name={say(texts.subject)}>{subject || say(texts.unnamed)}</Fact>
      <Fact name={say(texts.issuer)}>{issuer || say(texts.unnamed)}</Fact>
      <Fact name={say(texts.validUntil)}>
        <Moment at={validUntil} />
      </Fact>
      <Fact name={say(texts.validFrom)}>
        <Moment at={validFrom} />
      </Fact>
      <Fact name={say(texts.key)}>{certificate.key}</Fact>
      <Fact name={say(texts.chain)}>
        {say(texts.chained, { count: certificate.certificates - 1 })}
      </Fact>
      <Fact name={say(texts.serialNumber)}>
        <Copied text={serialNumber} what={say(texts.serialNumber)} />
      </Fact>
      <Fact name={say(texts.fingerprint)}>
        <Copied text={fingerprint} what={say(texts.fingerprint)} />
      </Fact>
    </Facts>
  )
}
