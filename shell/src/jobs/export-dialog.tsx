import { pdfRowsMax } from '@sonaqor/contract/export-bounds'
import type { Job } from '@sonaqor/contract/jobs'
import { Button, Dialog, Field, Form, RadioGroup, Refusal, Select, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { StartedExport } from './started-export.tsx'
import * as texts from './texts/en.ts'
import { useStartExport, type ExportFilter, type FileFormat } from './use-start-export.ts'

export interface ExportDialogProps {
  /** What the page is narrowed to, asked for when the export begins; left out where that is nothing. */
  readonly narrowed?: (() => ExportFilter) | undefined
  /** For a page that shows the job itself. Without it the dialog stays, and shows how far it is. */
  readonly onStarted?: () => void
  readonly onClose: () => void
}

/** Takes the audit log away, of any length: starts the export, and follows it. */
export function ExportDialog({ narrowed, onStarted, onClose }: ExportDialogProps) {
  const say = useText()
  const [started, follow] = useState<Job>()
  return (
    <Dialog
      title={say(texts.exportAuditLog)}
      onClose={onClose}
      actions={started && <Button onClick={onClose}>{say(texts.close)}</Button>}
    >
      {started ? (
        <StartedExport job={started} />
      ) : (
        <Questions narrowed={narrowed} onStarted={onStarted ?? follow} onClose={onClose} />
      )}
    </Dialog>
  )
}

const dayMs = 24 * 3_600_000
const spans = ['30', '90', '365'] as const
type Extent = '' | 'narrowed' | (typeof spans)[number]

interface QuestionsProps extends Pick<ExportDialogProps, 'narrowed' | 'onClose'> {
  readonly onStarted: (job: Job) => void
}

function Questions({ narrowed, onStarted, onClose }: QuestionsProps) {
  const say = useText()
  const start = useStartExport()
  const [format, setFormat] = useState<FileFormat>('csv')
  const [extent, setExtent] = useState<Extent>(narrowed ? 'narrowed' : '')
  const submit = () => {
    const filter = extent === 'narrowed' ? narrowed?.() : lastDays(extent)
    start.mutate({ of: 'audit', format, filter }, { onSuccess: onStarted })
  }
  return (
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
      <Field
        label={say(texts.exportEntries)}
        hint={say(extent === '' ? texts.chainIsWhole : texts.extractOnly)}
      >
        <Select<Extent>
          value={extent}
          options={[
            ...(narrowed
              ? [{ value: 'narrowed' as const, label: say(texts.whatFiltersShow) }]
              : []),
            { value: '', label: say(texts.wholeLog) },
            ...spans.map((value) => ({ value, label: say(texts.lastDays, { days: value }) })),
          ]}
          onChange={setExtent}
        />
      </Field>
      <RadioGroup<FileFormat>
        label={say(texts.format)}
        options={[
          { value: 'csv', label: say(texts.csv), hint: say(texts.csvDetail) },
          { value: 'jsonl', label: say(texts.jsonl), hint: say(texts.jsonlDetail) },
          { value: 'pdf', label: say(texts.pdf), hint: say(texts.pdfDetail, { most: pdfRowsMax }) },
        ]}
        value={format}
        onChange={setFormat}
      />
      <p className="sq-jobs-aside">{say(texts.exportIsLogged)}</p>
      <Refusal error={start.error} />
    </Form>
  )
}

const lastDays = (days: string): ExportFilter =>
  days === '' ? {} : { from: new Date(Date.now() - Number(days) * dayMs).toISOString() }
