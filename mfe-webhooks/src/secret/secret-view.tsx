import type { Overlap } from '@sonaqor/contract/key-rotation'
import type { Endpoint, EndpointSecret } from '@sonaqor/contract/webhook-endpoints'
import { Permitted, useModule, useMutation } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import {
  Banner,
  Button,
  exactly,
  Form,
  Loaded,
  RadioGroup,
  Refusal,
  Skeleton,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { titleOf } from '../endpoint/endpoint-name.ts'
import { useIdempotencyKey } from '../form/use-idempotency-key.ts'
import { useEndpoint } from '../list/use-endpoints.ts'
import { SecretInHand } from './secret-in-hand.tsx'
import * as texts from './texts/en.ts'

/**
 * Shows the secret of an endpoint, or gives it a new one. It is a secure view: no script of a partner's
 * page ever sees a secret.
 */
export default function SecretView() {
  const say = useText()
  return (
    <Permitted scope="webhooks:write" to={say(texts.seeSecrets)}>
      <Asked />
    </Permitted>
  )
}

function Asked() {
  const { params } = useModule()
  const endpoint = useEndpoint(params['endpointId'] ?? '', '24h')
  return (
    <Loaded of={endpoint} loading={<Skeleton rows={6} />}>
      {(read) => (params['act'] === 'rotate' ? <Rotating of={read} /> : <Showing of={read} />)}
    </Loaded>
  )
}

interface OfEndpoint {
  readonly of: Endpoint
}

/** It stands in the audit log who was shown it, so that nobody is shown it unasked. */
function Showing({ of: endpoint }: OfEndpoint) {
  const say = useText()
  const { api, finish } = useModule()
  const showing = useMutation({
    mutationFn: () => api.webhooks.showSecret({ params: { id: endpoint.id } }),
  })
  if (showing.data) return <InHand of={endpoint} secret={showing.data} title={texts.secretShown} />
  return (
    <Form
      onSubmit={() => showing.mutate(undefined)}
      actions={
        <>
          <Button onClick={() => finish({ done: false })}>{say(texts.cancel)}</Button>
          <Button look="primary" type="submit" busy={showing.isPending}>
            {say(texts.showSecret)}
          </Button>
        </>
      }
    >
      <Banner title={say(texts.secretOf, { name: titleOf(say, endpoint) })}>
        {say(texts.showingIsAudited)}
      </Banner>
      <Refusal error={showing.error} />
    </Form>
  )
}

const overlapTexts = [
  ['24h', texts.overlapDay, texts.overlapDayMeans],
  ['1h', texts.overlapHour, texts.overlapHourMeans],
  ['7d', texts.overlapWeek, texts.overlapWeekMeans],
  ['now', texts.overlapNow, texts.overlapNowMeans],
] as const

const overlapsIn = (say: Say) =>
  overlapTexts.map(([value, label, hint]) => ({ value, label: say(label), hint: say(hint) }))

/** For how long both sign is asked first; then the new one is shown. */
function Rotating({ of: endpoint }: OfEndpoint) {
  const say = useText()
  const locale = useLocale()
  const { api, finish } = useModule()
  const keyFor = useIdempotencyKey()
  const [overlap, choose] = useState<Overlap>('24h')
  const rotating = useMutation({
    mutationFn: () =>
      api.webhooks.rotateSecret({
        params: { id: endpoint.id },
        body: { overlap },
        ifMatch: endpoint.revision,
        idempotencyKey: keyFor({ overlap }),
      }),
  })
  if (rotating.data) return <InHand of={endpoint} secret={rotating.data} title={texts.wasRotated} />
  const { oldSecretEndsAt } = endpoint
  return (
    <Form
      onSubmit={() => rotating.mutate(undefined)}
      actions={
        <>
          <Button onClick={() => finish({ done: false })}>{say(texts.cancel)}</Button>
          <Button
            look={overlap === 'now' ? 'danger' : 'primary'}
            type="submit"
            busy={rotating.isPending}
          >
            {say(texts.rotate)}
          </Button>
        </>
      }
    >
      <Banner title={say(texts.secretOf, { name: titleOf(say, endpoint) })}>
        {say(texts.rotationMeans)}
      </Banner>
      {oldSecretEndsAt && (
        <Banner tone="warning" title={say(texts.twoAlready)}>
          {say(texts.twoAlreadyMeans, { when: exactly(new Date(oldSecretEndsAt), locale) })}
        </Banner>
      )}
      <RadioGroup
        label={say(texts.overlapQuestion)}
        options={overlapsIn(say)}
        value={overlap}
        onChange={choose}
      />
      <Refusal error={rotating.error} />
    </Form>
  )
}

interface InHandProps extends OfEndpoint {
  readonly secret: EndpointSecret
  readonly title: typeof texts.secretShown | typeof texts.wasRotated
}

function InHand({ of: endpoint, secret, title }: InHandProps) {
  const say = useText()
  const { finish } = useModule()
  const { oldSecret, oldSecretEndsAt } = secret
  return (
    <SecretInHand
      title={say(title)}
      of={endpoint}
      secret={secret.secret}
      old={
        oldSecret && oldSecretEndsAt ? { secret: oldSecret, endsAt: oldSecretEndsAt } : undefined
      }
      onDone={() => finish({ done: true })}
    />
  )
}
