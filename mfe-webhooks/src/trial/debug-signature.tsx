import type { ReceivedRequest } from '@sonaqor/contract/webhook-trials'
import { useModule, useMutation } from '@sonaqor/module'
import {
  adopt,
  Button,
  faultsOf,
  Field,
  Form,
  Input,
  Refusal,
  Textarea,
  useText,
} from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import * as texts from './texts/en.ts'
import sheet from './debug.css'
import type { ReceivedAt, Tried } from './tried.ts'
import { VerdictView } from './verdict-view.tsx'

adopt(sheet)

export interface DebugSignatureProps {
  readonly of: Pick<Tried, 'id' | 'signing'>
  /** It is checked at once, and can be changed from there. */
  readonly given?: ReceivedAt | undefined
}

/** Tells of a request as a receiver got it which rule its signature breaks, and what was done to it. */
export function DebugSignature({ of: endpoint, given }: DebugSignatureProps) {
  const say = useText()
  const { api } = useModule()
  const [headers, setHeaders] = useState(given ? linesOf(given.headers) : '')
  const [body, setBody] = useState(given?.body ?? '')
  const [at, setAt] = useState(given ? hereAt(given.at) : '')
  const [isAsked, setAsked] = useState(false)
  const read = headersIn(headers)
  const debugging = useMutation({
    mutationFn: (request: ReceivedRequest) => api.webhooks.debugSignature({ body: request }),
  })
  const refused = faultsOf(debugging.error, say)
  const submit = () => {
    setAsked(true)
    if (!read) return
    debugging.mutate({
      endpointId: endpoint.id,
      headers: read,
      body,
      ...(at && { at: new Date(at).toISOString() }),
    })
  }
  const checkGiven = useEffectEvent(() => {
    if (given) debugging.mutate({ endpointId: endpoint.id, ...given })
  })
  useEffect(() => checkGiven(), [])
  const code = { autoComplete: 'off', spellCheck: false } as const
  return (
    <div className="sq-wh-debug">
      <Form
        onSubmit={submit}
        actions={
          <Button look="primary" type="submit" busy={debugging.isPending}>
            {say(texts.checkSignature)}
          </Button>
        }
      >
        <p className="sq-wh-debug-note">{say(given ? texts.givenMeans : texts.debugMeans)}</p>
        <Field
          label={say(texts.headers)}
          hint={say(texts.headersHint)}
          error={isAsked && !read ? say(texts.headersMissing) : refused['headers']}
        >
          <Textarea
            {...code}
            rows={5}
            placeholder={exampleHeaders}
            value={headers}
            onChange={setHeaders}
          />
        </Field>
        <Field label={say(texts.body)} hint={say(texts.bodyHint)} error={refused['body']}>
          <Textarea {...code} rows={8} value={body} onChange={setBody} />
        </Field>
        <Field
          label={say(texts.cameAt)}
          hint={say(texts.cameAtHint)}
          optional
          error={refused['at']}
        >
          <Input type="datetime-local" step="1" value={at} onChange={setAt} />
        </Field>
        {Object.keys(refused).length === 0 && <Refusal error={debugging.error} />}
      </Form>
      {debugging.data && (
        <VerdictView
          of={debugging.data}
          headers={debugging.variables?.headers ?? {}}
          signing={endpoint.signing}
        />
      )}
    </div>
  )
}

/** A header a line, as a log or a browser writes them; undefined where there is none. */
export function headersIn(text: string): Record<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const headers = lines.map((line) => {
    const colon = line.indexOf(':', 1)
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  const areAll = lines.every((line) => line.indexOf(':', 1) > 0)
  return areAll && headers.length > 0 ? Object.fromEntries(headers) : undefined
}

const linesOf = (headers: ReceivedRequest['headers']) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')

/** An instant as a field of date and time has it: in the zone of whoever looks, to the second. */
function hereAt(instant: string): string {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}

const exampleHeaders = `webhook-id: 0199…
webhook-timestamp: 1763800000
webhook-signature: v1,…`
