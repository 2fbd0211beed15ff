import type { SentTest } from '@sonaqor/contract/webhook-trials'
import { useModule, useWrite } from '@sonaqor/module'
import {
  adopt,
  Banner,
  Button,
  Combobox,
  faultsOf,
  Field,
  Form,
  Loaded,
  Refusal,
  searchIn,
  Skeleton,
  Textarea,
  useArrival,
  useText,
} from '@sonaqor/ui'
import { useMemo, useState } from 'react'
import { AttemptDetail } from '../deliveries/attempt-card.tsx'
import { AttemptBadge } from '../deliveries/delivery-badge.tsx'
import { objectIn } from '../form/object-in.ts'
import { useEventTypes } from '../form/use-event-types.ts'
import * as common from '../texts/en.ts'
import { SignatureSteps } from './signature-steps.tsx'
import { Snippets } from './snippets.tsx'
import * as texts from './texts/en.ts'
import sheet from './trial.css'
import type { Tried } from './tried.ts'

adopt(sheet)

/** Sends an example, or what somebody makes of it, and shows what is answered. */
export function SendTest({ of: endpoint }: { readonly of: Tried }) {
  const types = useEventTypes()
  return (
    <Loaded of={types} loading={<Skeleton rows={6} />}>
      {(known) => <Testing of={endpoint} types={sortedFor(endpoint, known)} />}
    </Loaded>
  )
}

type Types = NonNullable<ReturnType<typeof useEventTypes>['data']>

/** What it is subscribed to comes first. */
const sortedFor = ({ eventTypes }: Tried, types: Types): Types =>
  types.toSorted(
    (one, other) => Number(eventTypes.includes(other.name)) - Number(eventTypes.includes(one.name)),
  )

/** It is found by its name and by what it is of. */
const choiceOf = ({ name, summary }: Types[number]) => ({ id: name, label: name, hint: summary })

interface TestingProps {
  readonly of: Tried
  readonly types: Types
}

function Testing({ of: endpoint, types }: TestingProps) {
  const say = useText()
  const { api } = useModule()
  const [chosen, choose] = useState(types[0]?.name ?? '')
  const [written, write] = useState<string>()
  const [isStrange, setStrange] = useState(false)
  const [isWithoutType, setWithoutType] = useState(false)
  const type = types.find(({ name }) => name === chosen)
  const search = useMemo(() => searchIn(types.map(choiceOf)), [types])
  const data = written ?? JSON.stringify(type?.example['data'] ?? {}, null, 2)
  const sending = useWrite({
    areas: ['deliveries', 'webhooks'],
    write: (edited: Record<string, unknown>) =>
      api.webhooks.sendTest({
        params: { id: endpoint.id },
        body: { eventType: chosen, data: edited },
      }),
  })
  const refused = faultsOf(sending.error, say)
  const submit = () => {
    const read = objectIn(data)
    setStrange(!read)
    setWithoutType(!type)
    if (read && type) sending.mutate(read)
  }
  return (
    <div className="sq-wh-trial">
      <Form
        onSubmit={submit}
        actions={
          <Button look="primary" type="submit" icon="play" busy={sending.isPending}>
            {say(common.sendTest)}
          </Button>
        }
      >
        <p className="sq-wh-trial-note">{say(texts.testMeans)}</p>
        <Field
          label={say(texts.type)}
          error={isWithoutType && !type ? say(texts.noType) : refused['eventType']}
        >
          <Combobox
            value={type && choiceOf(type)}
            search={search}
            placeholder={say(texts.searchTypes)}
            onChange={(choice) => {
              choose(choice?.id ?? '')
              write(undefined)
            }}
          />
        </Field>
        <Field
          label={say(texts.data)}
          hint={type?.summary ?? ''}
          error={isStrange ? say(texts.noObject) : refused['data']}
        >
          <Textarea
            rows={Math.min(16, Math.max(5, data.split('\n').length + 1))}
            autoComplete="off"
            spellCheck={false}
            value={data}
            onChange={write}
          />
        </Field>
        {!refused['eventType'] && !refused['data'] && <Refusal error={sending.error} />}
      </Form>
      {sending.data && (
        <Answer key={sending.data.deliveryId} of={sending.data} endpoint={endpoint} />
      )}
    </div>
  )
}

interface AnswerProps {
  readonly of: SentTest
  readonly endpoint: Tried
}

/** What came of it: first whether it arrived, then how it was signed, and how a receiver can tell. */
function Answer({ of: { attempt, signature }, endpoint }: AnswerProps) {
  const say = useText()
  const place = useArrival<HTMLDivElement>()
  const isGood = attempt.fault === null
  return (
    <div ref={place} className="sq-wh-answer" tabIndex={-1}>
      <Banner
        tone={isGood ? 'success' : 'danger'}
        title={say(isGood ? texts.arrived : texts.didNotArrive)}
      >
        <span className="sq-wh-answer-line">
          <AttemptBadge of={attempt} />
          {say(common.milliseconds, { count: Math.round(attempt.latencyMs) })}
        </span>
      </Banner>
      <AttemptDetail of={attempt} />
      <SignatureSteps of={signature} />
      <Snippets signing={endpoint.signing} />
    </div>
  )
}
