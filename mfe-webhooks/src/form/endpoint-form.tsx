import type { App } from '@sonaqor/contract/apps'
import { DraftNotice, useParts, type Draft } from '@sonaqor/module'
import {
  adopt,
  Button,
  faultsOf,
  Field,
  focusRefused,
  Form,
  Input,
  RadioGroup,
  Refusal,
  Select,
  Skeleton,
  useText,
} from '@sonaqor/ui'
import { useEffect, useRef, useState } from 'react'
import * as common from '../texts/en.ts'
import { faultsIn, hasMore, typesOf, type EndpointDraft, type HeaderRow } from './endpoint-draft.ts'
import { faultsInWords } from './faults-in-words.ts'
import sheet from './form.css'
import * as texts from './texts/en.ts'
import { TypeChoice } from './type-choice.tsx'
import { useTakesLoopback } from './use-event-types.ts'

adopt(sheet)

export interface EndpointFormProps {
  readonly draft: Draft<EndpointDraft>
  readonly headers: readonly HeaderRow[]
  readonly onHeaders: (headers: readonly HeaderRow[]) => void
  /** The origin that those that are kept were given for, where the endpoint is to lead to another one. */
  readonly headersFor?: string | undefined
  /** The apps to choose from; undefined where that is no question. */
  readonly apps?: readonly App[] | undefined
  /** What it is signed by is chosen once. */
  readonly isNew: boolean
  readonly verb: string
  readonly busy: boolean
  readonly error: unknown
  readonly onSubmit: () => void
  readonly onCancel: () => void
}

const fields = new Set([
  'url',
  'label',
  'appId',
  'eventTypes',
  'reach',
  'filter',
  'headers',
  'maxPerSecond',
  'transformation',
])
const furtherFields = ['reach', 'filter', 'headers', 'maxPerSecond', 'transformation']

/** Where to, which events, and behind a button all that most endpoints go without. */
export function EndpointForm(props: EndpointFormProps) {
  const { draft, headers, onHeaders, headersFor } = props
  const { apps, isNew, verb, busy, error, onSubmit, onCancel } = props
  const say = useText()
  const { value, change } = draft
  const [asked, setAsked] = useState<EndpointDraft>()
  const faults = faultsIn(value)
  const refused = faultsInWords(faultsOf(error, say), say)
  const takesLoopback = useTakesLoopback()
  const names = Object.keys(refused)
  const isToldAtFields = names.length > 0 && names.every((name) => fields.has(name))
  const lacksHeaders = headersFor !== undefined && headers.some(({ isKept }) => isKept)
  const [lacked, setLacked] = useState<object>()
  const place = useRefused((isToldAtFields && error) || lacked)
  const submit = () => {
    setAsked(value)
    if (faults.size > 0) return
    if (lacksHeaders) setLacked({})
    else onSubmit()
  }
  const isFaulty = (field: keyof EndpointDraft) => asked !== undefined && faults.has(field)
  // What was said of an address is not true of the one that is written in its place.
  const isUrlTold = value.url === asked?.url

  return (
    <div ref={place} className="sq-wh-form">
      <DraftNotice draft={draft} />
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onCancel}>{say(texts.cancel)}</Button>
            <Button look="primary" type="submit" busy={busy}>
              {verb}
            </Button>
          </>
        }
      >
        <Field
          label={say(texts.url)}
          hint={say(takesLoopback ? texts.urlHintHere : texts.urlHint)}
          error={isUrlTold ? (isFaulty('url') ? say(texts.urlMissing) : refused['url']) : undefined}
        >
          <Input
            type="url"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={exampleUrl}
            value={value.url}
            // The form is all there is in its dialog, and was asked for.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onChange={(url) => change({ url })}
          />
        </Field>
        <Field
          label={say(texts.label)}
          hint={say(texts.labelHint)}
          optional
          error={refused['label']}
        >
          <Input
            value={value.label}
            maxLength={labelAtMost}
            autoComplete="off"
            onChange={(label) => change({ label })}
          />
        </Field>
        {apps && (
          <Field label={say(common.app)} hint={say(texts.appHint)} error={refused['appId']}>
            <Select
              options={apps.map(({ id, name, environment }) => ({
                value: id,
                label: say(texts.appIn, { app: name, environment }),
              }))}
              value={value.appId}
              onChange={(appId) => change({ appId })}
            />
          </Field>
        )}
        <RadioGroup
          label={say(common.events)}
          error={refused['eventTypes']}
          options={[
            { value: 'all', label: say(texts.allTypes), hint: say(texts.allTypesHint) },
            { value: 'chosen', label: say(texts.someTypes), hint: say(texts.someTypesHint) },
          ]}
          value={value.which}
          onChange={(which) => change({ which })}
        />
        {value.which === 'chosen' && (
          <TypeChoice
            value={typesOf(value)}
            error={isFaulty('types') ? say(texts.typesMissing) : undefined}
            onChange={(types) => change({ types: types.join(' ') })}
          />
        )}
        <More
          {...{ draft, headers, onHeaders, headersFor, isNew, refused }}
          isFaulty={isFaulty}
          isWanted={
            furtherFields.some((name) => refused[name]) ||
            isFaulty('pace') ||
            isFaulty('filter') ||
            lacksHeaders
          }
        />
        {!isToldAtFields && <Refusal error={error} />}
      </Form>
    </div>
  )
}

export interface MoreFieldsProps extends Pick<
  EndpointFormProps,
  'draft' | 'headers' | 'onHeaders' | 'headersFor' | 'isNew'
> {
  readonly refused: Readonly<Record<string, string>>
  readonly isFaulty: (field: keyof EndpointDraft) => boolean
}

interface MoreProps extends MoreFieldsProps {
  /** Something is wrong with one of them. */
  readonly isWanted: boolean
}

function More({ isWanted, ...fieldsProps }: MoreProps) {
  const say = useText()
  const { draft, headers } = fieldsProps
  const [isOpen, setOpen] = useState(() => hasMore(draft.value) || headers.length > 0)
  const isShown = isOpen || isWanted
  const { parts, fetchAhead } = useParts(
    () => import('./more-part.ts'),
    isShown,
    () => setOpen(false),
  )
  return (
    <div className="sq-wh-more">
      <Button
        icon={isShown ? 'level' : 'plus'}
        aria-expanded={isShown}
        onPointerEnter={fetchAhead}
        onClick={() => setOpen(!isShown)}
      >
        {say(texts.moreSettings)}
      </Button>
      {isShown && (parts ? <parts.MoreFields {...fieldsProps} /> : <Skeleton rows={5} />)}
    </div>
  )
}

/** The field that was refused takes the focus once the answer is there, and is read with its fault. */
function useRefused(refusal: unknown) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) focusRefused(place.current)
  }, [refusal])
  return place
}

const exampleUrl = 'https://example.com/webhooks'
/** What the API takes. */
const labelAtMost = 120
