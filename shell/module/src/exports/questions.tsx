import { countedRowsMax, exportDays, pdfRowsMax } from '@sonaqor/contract/export-bounds'
import type { ExportSize, FileFormat } from '@sonaqor/contract/exports'
import type { Job } from '@sonaqor/contract/jobs'
import {
  Button,
  exactly,
  Fact,
  Facts,
  Form,
  RadioGroup,
  Refusal,
  useLocale,
  useText,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useState } from 'react'
import type { Exported, ExportedRows, ExportWords } from './exported.ts'
import * as texts from './texts/en.ts'
import { useSize, useStarting } from './use-export.ts'

export interface QuestionsProps {
  readonly of: Exported
  readonly onStarted: (job: Job) => void
  readonly onClose: () => void
}

/** What will be in the file, and in which form it is wanted. */
export function Questions({ of: { rows, narrowings, words }, onStarted, onClose }: QuestionsProps) {
  const say = useText()
  const locale = useLocale()
  const size = useSize(rows)
  const start = useStarting(rows, onStarted)
  const [format, setFormat] = useState<FileFormat>('csv')
  const isTooLong = (size.data?.rows ?? 0) > pdfRowsMax
  const most = words.counted(pdfRowsMax)
  return (
    <Form
      onSubmit={() => start.mutate(format)}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.cancel)}</Button>
          <Button type="submit" look="primary" busy={start.isPending}>
            {say(texts.startExport)}
          </Button>
        </>
      }
    >
      <p>{say(texts.exportDetail, { days: exportDays })}</p>
      <Facts>
        <Fact name={words.rows}>
          <output>{sizeInWords(size.status === 'error' ? null : size.data, words, say)}</output>
        </Fact>
        <Fact name={say(texts.time)}>{spanInWords(rows, locale, say)}</Fact>
        {narrowings.map(([name, value]) => (
          <Fact key={name} name={name}>
            <span className="sq-export-narrowing">{value}</span>
          </Fact>
        ))}
      </Facts>
      <RadioGroup<FileFormat>
        label={say(texts.format)}
        options={[
          { value: 'csv', label: say(texts.csv), hint: say(texts.csvDetail) },
          { value: 'jsonl', label: say(texts.ndjson), hint: words.ndjsonDetail },
          {
            value: 'pdf',
            label: say(texts.pdf),
            hint: say(texts.pdfDetail, { most }),
            ...(isTooLong && { disabledBecause: say(texts.tooManyForPdf, { most }) }),
          },
        ]}
        value={format}
        onChange={setFormat}
      />
      <p className="sq-export-aside">{words.leftOut}</p>
      <p className="sq-export-aside">{say(texts.exportIsAudited)}</p>
      <Refusal error={start.error} />
    </Form>
  )
}

function sizeInWords(size: ExportSize | null | undefined, words: ExportWords, say: Say): string {
  if (size === undefined) return say(texts.beingCounted)
  if (size === null || size.rows === null) return say(texts.uncounted)
  if (size.isAtLeast) return say(texts.atLeast, { count: countedRowsMax })
  return words.counted(size.rows)
}

function spanInWords(
  { filter: { from, to } = {} }: ExportedRows,
  locale: string,
  say: Say,
): string {
  const end = to ? exactly(new Date(to), locale) : say(texts.untilStart)
  if (!from) return say(texts.spanUntil, { end })
  return say(texts.spanFrom, { start: exactly(new Date(from), locale), end })
}
