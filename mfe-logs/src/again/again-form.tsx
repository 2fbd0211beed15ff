import type { Key } from '@sonaqor/contract/keys'
import type { SendAgain } from '@sonaqor/contract/log-again'
import type { LogDetail } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import { Button, faultsOf, Field, Form, Refusal, Select, Textarea, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { nameOfKey } from '../logs/use-names.ts'
import * as common from '../texts/en.ts'
import * as texts from '../logs/entry/texts/en.ts'
import { BodyField } from './body-field.tsx'
import { againOf, draftOf, hasBody, stillEmpty, type AgainDraft } from './draft.ts'
import { HeaderFields } from './header-fields.tsx'
import { PathFields } from './path-fields.tsx'

export interface AgainFormProps {
  readonly of: LogDetail
  /** One at least. */
  readonly keys: readonly Key[]
  readonly isSending: boolean
  /** It was answered: there is nothing to give up any more. */
  readonly isAnswered: boolean
  readonly error: unknown
  readonly onChange: () => void
  readonly onSend: (asked: SendAgain) => void
  readonly onCancel: () => void
}

/** The request as it will be sent. What the log does not hold is empty, and marked as that. */
export function AgainForm(props: AgainFormProps) {
  const { of: detail, keys, isSending, isAnswered, error, onChange, onSend, onCancel } = props
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
          <Button onClick={onCancel}>{say(isAnswered ? texts.close : common.cancel)}</Button>
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
      <PathFields
        segments={draft.segments}
        isAsked={isAsked}
        refused={refused['path']}
        onFill={(segments) => fill({ segments })}
      />
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
        <BodyField
          of={detail}
          body={draft.body}
          empty={stillEmpty(draft.body, emptied)}
          error={refused['body']}
          onFill={(body) => fill({ body })}
        />
      )}
      <HeaderFields
        headers={draft.headers}
        refused={refused}
        onFill={(headers) => fill({ headers })}
      />
      <Refusal error={error} />
    </Form>
  )
}
