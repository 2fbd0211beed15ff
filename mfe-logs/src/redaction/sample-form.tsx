import { logMethods } from '@sonaqor/contract/log-query'
import type { LogEntry } from '@sonaqor/contract/logs'
import {
  Button,
  exactly,
  faultsOf,
  Field,
  Form,
  Input,
  Refusal,
  Select,
  Textarea,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { draftOf, example, faultsIn, sampleOf, type Draft } from './sample.ts'
import * as texts from './texts/en.ts'
import { useLogged, useTaking, type Sample } from './use-redaction.ts'

export interface SampleFormProps {
  readonly isTrying: boolean
  readonly error: unknown
  readonly onTry: (sample: Sample) => void
  readonly onClose: () => void
}

/** The request that is tried: an example, one of the log to go on from, or whatever is put in. */
export function SampleForm({ isTrying, error, onTry, onClose }: SampleFormProps) {
  const say = useText()
  const [draft, setDraft] = useState<Draft>(example)
  const [isAsked, setAsked] = useState(false)
  const refused = faultsOf(error, say)
  const faults = faultsIn(draft)
  const fill = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const submit = () => {
    setAsked(true)
    if (!faults.address && faults.header === undefined) onTry(sampleOf(draft))
  }
  const code = { autoComplete: 'off', spellCheck: false } as const
  const headerFault = faults.header && say(texts.noHeader, { line: faults.header })
  return (
    <Form
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.close)}</Button>
          <Button type="submit" look="primary" icon="play" busy={isTrying}>
            {say(texts.showKept)}
          </Button>
        </>
      }
    >
      <Begin onTake={setDraft} />
      <div className="sq-redaction-address">
        <Field label={say(texts.method)} error={refused['method']}>
          <Select
            options={logMethods.map((value) => ({ value, label: value }))}
            value={draft.method}
            onChange={(method) => fill({ method })}
          />
        </Field>
        <Field
          label={say(texts.address)}
          error={
            isAsked && faults.address ? say(texts.noPath) : (refused['path'] ?? refused['query'])
          }
        >
          <Input {...code} value={draft.address} onChange={(address) => fill({ address })} />
        </Field>
      </div>
      <Field
        label={say(texts.headers)}
        hint={say(texts.headersHint)}
        error={(isAsked && headerFault) || refused['headers']}
      >
        <Textarea
          {...code}
          rows={Math.min(8, Math.max(3, draft.headers.split('\n').length))}
          value={draft.headers}
          onChange={(headers) => fill({ headers })}
        />
      </Field>
      <Field label={say(texts.body)} hint={say(texts.bodyHint)} error={refused['body']}>
        <Textarea
          {...code}
          rows={Math.min(16, Math.max(4, draft.body.split('\n').length))}
          value={draft.body}
          onChange={(body) => fill({ body })}
        />
      </Field>
      <Refusal error={error} />
    </Form>
  )
}

const [ofOurs, none] = ['example', 'none']
const nothing: Draft = { method: 'POST', address: '/v1/', headers: '', body: '' }

/** What stands in the form at first; a request of the log has gaps where something was taken out. */
function Begin({ onTake }: { readonly onTake: (draft: Draft) => void }) {
  const say = useText()
  const locale = useLocale()
  const { data: logged } = useLogged()
  const { mutate, error, variables } = useTaking()
  const [chosen, choose] = useState(ofOurs)
  const begin = (value: string) => {
    choose(value)
    if (value === ofOurs || value === none) onTake(value === ofOurs ? example : nothing)
    else mutate(value, { onSuccess: (detail) => onTake(draftOf(detail)) })
  }
  const nameOf = ({ method, path, status, at }: LogEntry) =>
    say(texts.loggedRequest, {
      request: `${method} ${path}`,
      status,
      at: exactly(new Date(at), locale),
    })
  const isOfLog = chosen !== ofOurs && chosen !== none
  return (
    <>
      <Field label={say(texts.beginWith)} {...(isOfLog && { hint: say(texts.ofTheLog) })}>
        <Select
          options={[
            { value: ofOurs, label: say(texts.anExample) },
            { value: none, label: say(texts.empty) },
            ...(logged?.data ?? []).map((entry) => ({ value: entry.id, label: nameOf(entry) })),
          ]}
          value={chosen}
          onChange={begin}
        />
      </Field>
      {variables === chosen && <Refusal error={error} />}
    </>
  )
}
