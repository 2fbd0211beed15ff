import type { SentTest } from '@sonaqor/contract/webhook-trials'
import { useModule, useWrite } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
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
import { jsonPlaceIn } from './json-place.ts'
import { SignatureSteps } from './signature-steps.tsx'
import { Snippets } from './snippets.tsx'
import * as texts from './texts/en.ts'
import sheet from './trial.css'
import type { Tried } from './tried.ts'
import { useTrial, type TrialInHand } from './use-trial.ts'

adopt(sheet)

export interface SendTestProps {
  readonly of: Tried
  /** Where it is kept by whoever shows this; else it is gone with it. */
  readonly inHand?: TrialInHand | undefined
}

/** Sends an example, or what somebody makes of it, and shows what is answered. */
export function SendTest({ of: endpoint, inHand }: SendTestProps) {
  const types = useEventTypes()
  const own = useTrial()
  return (
    <Loaded of={types} loading={<Skeleton rows={6} />}>
      {(known) => (
        <Testing of={endpoint} types={sortedFor(endpoint, known)} inHand={inHand ?? own} />
      )}
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
  readonly inHand: TrialInHand
}

function Testing({ of: endpoint, types, inHand }: TestingProps) {
  const say = useText()
  const { api } = useModule()
  const { draft, onDraft, onCheck } = inHand
  const { type: chosen = types[0]?.name ?? '', sent } = draft
  const [isStrange, setStrange] = useState(false)
  const [isWithoutType, setWithoutType] = useState(false)
  const type = types.find(({ name }) => name === chosen)
  const search = useMemo(() => searchIn(types.map(choiceOf)), [types])
  const data = draft.data ?? JSON.stringify(type?.example['data'] ?? {}, null, 2)
  const sending = useWrite({
    areas: ['deliveries', 'webhooks'],
    write: (edited: Record<string, unknown>) =>
      api.webhooks.sendTest({
        params: { id: endpoint.id },
        body: { eventType: chosen, data: edited },
      }),
    onSuccess: (answered) => onDraft({ sent: answered }),
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
              onDraft({ type: choice?.id ?? '', data: undefined })
            }}
          />
        </Field>
        <Field
          label={say(texts.data)}
          hint={type?.summary ?? ''}
          error={isStrange ? strangeIn(data, say) : refused['data']}
        >
          <Textarea
            rows={Math.min(16, Math.max(5, data.split('\n').length + 1))}
            autoComplete="off"
            spellCheck={false}
            value={data}
            onChange={(written) => onDraft({ data: written })}
          />
        </Field>
        {!refused['eventType'] && !refused['data'] && <Refusal error={sending.error} />}
      </Form>
      {sent && <Answer key={sent.deliveryId} of={sent} endpoint={endpoint} onCheck={onCheck} />}
    </div>
  )
}

function strangeIn(data: string, say: Say): string {
  const place = jsonPlaceIn(data)
  return place ? say(texts.noJsonAt, { ...place }) : say(texts.noObject)
}

interface AnswerProps {
  readonly of: SentTest
  readonly endpoint: Tried
  readonly onCheck: TrialInHand['onCheck']
}

/** What came of it: first whether it arrived, then how it was signed, and how a receiver can tell. */
function Answer({ of: sent, endpoint, onCheck }: AnswerProps) {
  const say = useText()
  const { attempt, signature } = sent
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
      {onCheck && (
        <Button icon="key" onClick={() => onCheck(sent)}>
          {say(texts.checkInDebugger)}
        </Button>
      )}
      <Snippets signing={endpoint.signing} />
    </div>
  )
}
