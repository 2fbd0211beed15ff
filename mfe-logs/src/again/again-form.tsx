import type { Key } from '@sonaqor/contract/keys'
import type { SendAgain } from '@sonaqor/contract/log-again'
import type { LogDetail } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import {
  Button,
  faultsOf,
  Field,
  Form,
  Input,
  Refusal,
  Select,
  Textarea,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { nameOfKey } from '../logs/use-names.ts'
import * as common from '../texts/en.ts'
import * as texts from '../logs/entry/texts/en.ts'
import {
  againOf,
  draftOf,
  hasBody,
  parsed,
  sentHeaders,
  stillEmpty,
  type AgainDraft,
} from './draft.ts'

export interface AgainFormProps {
  readonly of: LogDetail
  /** One at least. */
  readonly keys: readonly Key[]
  readonly isSending: boolean
  readonly error: unknown
  readonly onChange: () => void
  readonly onSend: (asked: SendAgain) => void
  readonly onCancel: () => void
}

/** The request as it will be sent. What the log does not hold is empty, and marked as that. */
export function AgainForm(props: AgainFormProps) {
  const { of: detail, keys, isSending, error, onChange, onSend, onCancel } = props
  const say = useText()
  const { can } = useModule()
  const [{ draft, emptied }, setLoaded] = useState(() =>
    draftOf(detail, {
      keyId: (keys.find(({ id }) => id === detail.keyId) ?? keys[0])?.id ?? '',
      hasValues: can('customers:read'),
    }),
  )
  const [isAsked, setAsked] = useState(false)
  const fill = (part: Partial<AgainDraft>) => {
    setLoaded({ draft: { ...draft, ...part }, emptied })
    onChange()
  }
  const empty = stillEmpty(draft.body, emptied)
  const refused = faultsOf(error, say)
  const submit = () => {
    setAsked(true)
    if (draft.segments.every(Boolean)) onSend(againOf(detail, draft))
  }

  return (
    <Form
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onCancel}>{say(common.cancel)}</Button>
          <Button type="submit" look="primary" icon="play" busy={isSending}>
            {say(texts.sendInSandbox)}
          </Button>
        </>
      }
    >
      <p className="sq-again-address">
        <code>
          <strong>{detail.method}</strong> {detail.path}
        </code>
      </p>
      <Field
        label={say(texts.sandboxKey)}
        hint={say(texts.sandboxKeyHint)}
        error={refused['keyId']}
      >
        <Select
          options={keys.map((key) => ({ value: key.id, label: nameOfKey(key) }))}
          value={draft.keyId}
          // The form is all there is in its dialog, was asked for, and comes after the keys.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(keyId) => fill({ keyId })}
        />
      </Field>
      {draft.segments.map((segment, at) => (
        <Field
          // They are as many as the path has, and stay where they are.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          label={say(texts.pathPart, { place: at + 1 })}
          hint={say(texts.notKept)}
          error={isAsked && segment === '' ? say(texts.pathPartMissing) : refused['path']}
        >
          <Input
            value={segment}
            autoComplete="off"
            spellCheck={false}
            onChange={(text) => fill({ segments: draft.segments.with(at, text) })}
          />
        </Field>
      ))}
      <Field label={say(texts.requestQuery)} hint={say(texts.queryHint)} error={refused['query']}>
        <Textarea
          rows={Math.min(6, draft.query.split('\n').length)}
          value={draft.query}
          autoComplete="off"
          spellCheck={false}
          onChange={(query) => fill({ query })}
        />
      </Field>
      {hasBody(detail) && (
        <Field
          label={say(texts.requestBody)}
          hint={bodyHint(say, detail, empty)}
          error={refused['body']}
        >
          <Textarea
            rows={Math.min(16, Math.max(4, draft.body.split('\n').length))}
            value={draft.body}
            autoComplete="off"
            spellCheck={false}
            onChange={(body) => fill({ body })}
          />
        </Field>
      )}
      {hasBody(detail) && draft.body !== '' && parsed(draft.body) === undefined && (
        <p className="sq-again-note">{say(texts.noJson)}</p>
      )}
      <details className="sq-again-headers">
        <summary>{say(texts.requestHeaders)}</summary>
        {sentHeaders.map((name) => (
          <Field key={name} label={name} error={refused[name]}>
            <Input
              value={draft.headers[name]}
              maxLength={512}
              autoComplete="off"
              spellCheck={false}
              onChange={(value) => fill({ headers: { ...draft.headers, [name]: value } })}
            />
          </Field>
        ))}
        <p className="sq-again-note">{say(texts.madeAnew)}</p>
      </details>
      <Refusal error={error} />
    </Form>
  )
}

/** What is missing in the body, as long as it is. */
function bodyHint(
  say: ReturnType<typeof useText>,
  { request: { body } }: LogDetail,
  empty: readonly string[],
): string {
  if (body !== null && body.text === '') return say(texts.bodyNotKept)
  const cut = body?.cut ? [say(texts.bodyCut)] : []
  const left = empty.length > 0 ? [say(texts.leftEmpty, { names: empty.join(', ') })] : []
  return [...cut, ...left].join(' ') || say(texts.bodyHint)
}
