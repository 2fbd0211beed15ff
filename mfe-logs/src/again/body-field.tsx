import type { LogDetail } from '@sonaqor/contract/logs'
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
  return (
    <>
      <Field label={say(texts.requestBody)} hint={hintOf(say, detail, empty)} error={error}>
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
): string {
  if (body !== null && body.text === '') return say(texts.bodyNotKept)
  const cut = body?.cut ? [say(texts.bodyCut)] : []
  const left = empty.length > 0 ? [say(texts.leftEmpty, { names: empty.join(', ') })] : []
  return [...cut, ...left].join(' ') || say(texts.bodyHint)
}
