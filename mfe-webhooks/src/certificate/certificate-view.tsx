import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { Permitted, useModule, useMutation } from '@sonaqor/module'
import {
  adopt,
  Banner,
  Button,
  faultsOf,
  Field,
  focusRefused,
  Form,
  Loaded,
  Refusal,
  Skeleton,
  Textarea,
  useArrival,
  useText,
} from '@sonaqor/ui'
import { useEffect, useRef, useState } from 'react'
import { nameOf } from '../endpoint/endpoint-name.ts'
import { useEndpoint } from '../list/use-endpoints.ts'
import { CertificateFacts } from './certificate-facts.tsx'
import { faultInWords } from './certificate-faults.ts'
import sheet from './certificate.css'
import * as texts from './texts/en.ts'

adopt(sheet)

/**
 * Takes the client certificate of an endpoint, and its key. It is a secure view: no script of a partner's
 * page ever sees the key, nor is it kept as a draft.
 */
export default function CertificateView() {
  const say = useText()
  return (
    <Permitted scope="webhooks:write" to={say(texts.setCertificates)}>
      <Asked />
    </Permitted>
  )
}

function Asked() {
  const { params } = useModule()
  const reading = useEndpoint(params['endpointId'] ?? '', '24h')
  // What it is by then is told where it was set, and not asked about again.
  const [wasSet, setWasSet] = useState<Endpoint>()
  if (wasSet) return <InPlace of={wasSet} />
  return (
    <Loaded of={reading} loading={<Skeleton rows={6} />}>
      {(read) => <Setting of={read} onSet={setWasSet} />}
    </Loaded>
  )
}

interface SettingProps {
  readonly of: Endpoint
  readonly onSet: (endpoint: Endpoint) => void
}

const fields = new Set(['certificate', 'privateKey'])

function Setting({ of: endpoint, onSet }: SettingProps) {
  const say = useText()
  const { api, finish } = useModule()
  const [body, write] = useState({ certificate: '', privateKey: '' })
  const [asked, setAsked] = useState(body)
  const place = useRef<HTMLDivElement>(null)
  const setting = useMutation({
    mutationFn: () =>
      api.webhooks.setCertificate({
        params: { id: endpoint.id },
        body,
        ifMatch: endpoint.revision,
      }),
    onSuccess: onSet,
  })
  const { error } = setting
  const told = faultsOf(error, say)
  // What was said of one is not true of another that is pasted in its place.
  const isTold = body.certificate === asked.certificate
  const isKeyTold = isTold && body.privateKey === asked.privateKey
  const names = Object.keys(told)
  const isToldAtFields = names.length > 0 && names.every((name) => fields.has(name))
  useEffect(() => {
    if (error && place.current) focusRefused(place.current)
  }, [error])
  const submit = () => {
    setAsked(body)
    setting.mutate(undefined)
  }
  const isNew = endpoint.certificate === null
  return (
    <div ref={place} className="sq-wh-certificate">
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={() => finish({ done: false })}>{say(texts.cancel)}</Button>
            <Button look="primary" type="submit" busy={setting.isPending}>
              {say(isNew ? texts.set : texts.replace)}
            </Button>
          </>
        }
      >
        <Banner title={say(texts.setOf, { name: nameOf(endpoint) })}>
          {say(isNew ? texts.setMeans : texts.replaceMeans)}
        </Banner>
        <Field
          label={say(texts.certificate)}
          hint={say(texts.certificateHint)}
          error={isTold ? faultInWords(told['certificate'], say) : undefined}
        >
          <Textarea
            rows={7}
            autoComplete="off"
            spellCheck={false}
            placeholder={examples.certificate}
            value={body.certificate}
            onChange={(certificate) => write({ ...body, certificate })}
          />
        </Field>
        <Field
          label={say(texts.privateKey)}
          hint={say(texts.privateKeyHint)}
          error={isKeyTold ? faultInWords(told['privateKey'], say) : undefined}
        >
          <Textarea
            rows={5}
            autoComplete="off"
            spellCheck={false}
            placeholder={examples.privateKey}
            value={body.privateKey}
            onChange={(privateKey) => write({ ...body, privateKey })}
          />
        </Field>
        {!isToldAtFields && <Refusal error={error} />}
      </Form>
    </div>
  )
}

const examples = {
  certificate: '-----BEGIN CERTIFICATE-----',
  privateKey: '-----BEGIN PRIVATE KEY-----',
}

/** What the receiver is shown from now on. */
function InPlace({ of: endpoint }: { readonly of: Endpoint }) {
  const say = useText()
  const { finish } = useModule()
  const arrival = useArrival<HTMLDivElement>()
  return (
    <Form
      onSubmit={() => finish({ done: true })}
      actions={
        <Button look="primary" type="submit">
          {say(texts.done)}
        </Button>
      }
    >
      <Banner ref={arrival} tone="success" title={say(texts.wasSet)}>
        {say(texts.wasSetMeans)}
      </Banner>
      {endpoint.certificate && <CertificateFacts of={endpoint.certificate} />}
    </Form>
  )
}
