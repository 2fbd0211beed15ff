import type { ExportFormat } from '@sonaqor/contract/exports'
import { Button, Dialog, Field, Form, Refusal, Select, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from './texts/en.ts'
import { useStartExport } from './use-start-export.ts'

const dayMs = 24 * 3_600_000
const spans = ['30', '90', '365'] as const
const formats = [
  ['csv', texts.csv],
  ['jsonl', texts.jsonl],
] as const satisfies readonly (readonly [ExportFormat, unknown])[]

/** Starts an export of the audit log, of any length. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const start = useStartExport()
  const [format, setFormat] = useState<string>('csv')
  const [days, setDays] = useState('')
  const submit = () => {
    const filter = days ? { from: new Date(Date.now() - Number(days) * dayMs).toISOString() } : {}
    start.mutate(
      { of: 'audit', format: format === 'jsonl' ? 'jsonl' : 'csv', filter },
      { onSuccess: onClose },
    )
  }
  return (
    <Dialog title={say(texts.exportAuditLog)} onClose={onClose}>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onClose}>{say(texts.cancel)}</Button>
            <Button look="primary" type="submit" busy={start.isPending}>
              {say(texts.startExport)}
            </Button>
          </>
        }
      >
        <p>{say(texts.exportDetail)}</p>
        <Field label={say(texts.format)}>
          <Select
            value={format}
            options={formats.map(([value, label]) => ({ value, label: say(label) }))}
            onChange={setFormat}
          />
        </Field>
        <Field label={say(texts.range)}>
          <Select
            value={days}
            options={[
              { value: '', label: say(texts.everything) },
              ...spans.map((value) => ({ value, label: say(texts.lastDays, { days: value }) })),
            ]}
            onChange={setDays}
          />
        </Field>
        <Refusal error={start.error} />
      </Form>
    </Dialog>
  )
}
