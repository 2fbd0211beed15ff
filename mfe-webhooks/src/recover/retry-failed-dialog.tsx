import type { Job } from '@sonaqor/contract/jobs'
import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import type { Text } from '@sonaqor/module/texts'
import { Button, Dialog, Field, FormDialog, Input, Select, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { nameOf } from '../endpoint/endpoint-name.ts'
import { StartedJob } from './started-job.tsx'
import * as texts from './texts/en.ts'
import { useRetryFailed } from './use-recovering.ts'

const hourMs = 3_600_000
const spans = { '1h': hourMs, '24h': 24 * hourMs, '7d': 168 * hourMs, '30d': 720 * hourMs }
type Span = keyof typeof spans
const spanTitles: Readonly<Record<Span, Text>> = {
  '1h': texts.lastHour,
  '24h': texts.lastDay,
  '7d': texts.lastWeek,
  '30d': texts.lastMonth,
}
const other = 'other'

export interface RecoverDialogProps {
  readonly of: Endpoint
  readonly onClose: () => void
}

/** Everything that was given up since a time is sent once more. */
export function RetryFailedDialog({ of: endpoint, onClose }: RecoverDialogProps) {
  const say = useText()
  const [started, follow] = useState<Job>()
  const [span, choose] = useState<string>('24h')
  const [typed, type] = useState('')
  const [isAsked, setAsked] = useState(false)
  const retrying = useRetryFailed(endpoint.id, follow)
  const title = say(texts.retryFailedOf, { name: nameOf(endpoint) })
  if (started) {
    return (
      <Dialog
        title={title}
        onClose={onClose}
        actions={<Button onClick={onClose}>{say(texts.done)}</Button>}
      >
        <StartedJob job={started} title={say(texts.retryFailed)} />
      </Dialog>
    )
  }
  const isStrange = span === other && Number.isNaN(Date.parse(typed))
  const submit = () => {
    setAsked(true)
    const since = span === other ? Date.parse(typed) : Date.now() - spans[span as Span]
    if (!isStrange) retrying.mutate(new Date(since).toISOString())
  }
  return (
    <FormDialog
      title={title}
      verb={say(texts.retryFailed)}
      isBusy={retrying.isPending}
      error={retrying.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{say(texts.retryFailedMeans)}</p>
      <Field label={say(texts.givenUpSince)}>
        <Select
          options={[
            ...Object.entries(spanTitles).map(([value, text]) => ({ value, label: say(text) })),
            { value: other, label: say(texts.otherTime) },
          ]}
          value={span}
          onChange={choose}
        />
      </Field>
      {span === other && (
        <Field
          label={say(texts.since)}
          error={isAsked && isStrange ? say(texts.timeMissing) : undefined}
        >
          <Input type="datetime-local" value={typed} onChange={type} />
        </Field>
      )}
    </FormDialog>
  )
}
