import type { LogDetail } from '@sonaqor/contract/logs'
import { useModule } from '@sonaqor/module'
import { Field, Textarea, useText } from '@sonaqor/ui'
import * as texts from '../logs/entry/texts/en.ts'
import { parsed } from './draft.ts'

export interface BodyFieldProps {
  readonly of: LogDetail
  readonly body: string
  /** Where nothing stands yet of what the log does not hold. */
  readonly empty: readonly string[]
  readonly error: string | undefined
  readonly onFill: (body: string) => void
}

/** The body as it is sent, and what is to be known of it before it is. */
export function BodyField({ of: detail, body, empty, error, onFill }: BodyFieldProps) {
  const say = useText()
  const hasValues = useModule().can('customers:read')
  return (
    <>
      <Field
        label={say(texts.requestBody)}
        hint={hintOf(say, detail, empty, hasValues)}
        error={error}
      >
        <Textarea
          rows={Math.min(16, Math.max(4, body.split('\n').length))}
          value={body}
          autoComplete="off"
          spellCheck={false}
          onChange={onFill}
        />
      </Field>
      {body !== '' && parsed(body) === undefined && (
        <p className="sq-again-note">{say(texts.noJson)}</p>
      )}
    </>
  )
}

/** What is missing in the body, as long as it is. */
function hintOf(
  say: ReturnType<typeof useText>,
  { request: { body } }: LogDetail,
  empty: readonly string[],
  hasValues: boolean,
): string {
  const scope = 'customers:read'
  if (body !== null && body.text === '') {
    return hasValues ? say(texts.bodyNotKept) : say(texts.bodyUnseen, { scope })
  }
  const cut = body?.cut ? [say(texts.bodyCut)] : []
  const names = empty.join(', ')
  const why = hasValues ? say(texts.leftEmpty, { names }) : say(texts.leftUnseen, { names, scope })
  const left = names === '' ? [] : [why]
  return [...cut, ...left].join(' ') || say(texts.bodyHint)
}
