import { countedRowsMax, exportDays, pdfRowsMax } from '@sonaqor/contract/export-bounds'
import type { ExportSize, FileFormat } from '@sonaqor/contract/exports'
import type { Job } from '@sonaqor/contract/jobs'
import { environmentNames } from '@sonaqor/module'
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
import type { Names } from '../logs/entry/log-facts.tsx'
import { nameOfKey } from '../logs/use-names.ts'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'
import { useSize, useStarting, type ExportFilter } from './use-export.ts'

export interface QuestionsProps {
  readonly filter: NonNullable<ExportFilter>
  readonly names: Names
  readonly onStarted: (job: Job) => void
  readonly onClose: () => void
}

/** What will be in the file, and in which form it is wanted. */
export function Questions({ filter, names, onStarted, onClose }: QuestionsProps) {
  const say = useText()
  const locale = useLocale()
  const size = useSize(filter)
  const start = useStarting(filter, onStarted)
  const [format, setFormat] = useState<FileFormat>('csv')
  const isTooLong = (size.data?.rows ?? 0) > pdfRowsMax
  const count = (rows: number) => new Intl.NumberFormat(locale).format(rows)
  return (
    <Form
      onSubmit={() => start.mutate(format)}
      actions={
        <>
          <Button onClick={onClose}>{say(common.cancel)}</Button>
          <Button type="submit" look="primary" busy={start.isPending}>
            {say(texts.startExport)}
          </Button>
        </>
      }
    >
      <p>{say(texts.exportDetail, { days: exportDays })}</p>
      <Facts>
        <Fact name={say(texts.requests)}>
          <output>{rowsInWords(size.status === 'error' ? null : size.data, say)}</output>
        </Fact>
        <Fact name={say(common.time)}>{spanWords(filter, locale, say)}</Fact>
        {narrowings(filter, names, say).map(([name, value]) => (
          <Fact key={name} name={name}>
            <span className="sq-export-narrowing">{value}</span>
          </Fact>
        ))}
      </Facts>
      <RadioGroup<FileFormat>
        label={say(texts.format)}
        options={[
          { value: 'csv', label: say(texts.csv), hint: say(texts.csvDetail) },
          { value: 'jsonl', label: say(texts.ndjson), hint: say(texts.ndjsonDetail) },
          {
            value: 'pdf',
            label: say(texts.pdf),
            hint: say(texts.pdfDetail, { most: count(pdfRowsMax) }),
            ...(isTooLong && {
              disabledBecause: say(texts.tooManyForPdf, { most: count(pdfRowsMax) }),
            }),
          },
        ]}
        value={format}
        onChange={setFormat}
      />
      <p className="sq-export-aside">{say(texts.whatIsRedacted)}</p>
      <p className="sq-export-aside">{say(texts.exportIsAudited)}</p>
      <Refusal error={start.error} />
    </Form>
  )
}

function rowsInWords(size: ExportSize | null | undefined, say: Say): string {
  if (size === undefined) return say(texts.countingRequests)
  if (size === null || size.rows === null) return say(texts.requestsUncounted)
  if (size.isAtLeast) return say(texts.requestsAtLeast, { count: countedRowsMax })
  return say(common.requestsShown, { count: size.rows })
}

function spanWords({ from, to }: NonNullable<ExportFilter>, locale: string, say: Say): string {
  const end = to ? exactly(new Date(to), locale) : say(texts.untilStart)
  if (!from) return say(texts.spanUntil, { end })
  return say(texts.spanFrom, { start: exactly(new Date(from), locale), end })
}

/** What else narrows the list, in the terms that it is searched by. */
function narrowings(
  filter: NonNullable<ExportFilter>,
  { apps, keys }: Names,
  say: Say,
): readonly (readonly [string, string])[] {
  const { environment, status, method, q, without, appId, keyId } = filter
  const key = keys.find(({ id }) => id === keyId)
  const all: readonly (readonly [string, string | undefined])[] = [
    [say(texts.environment), environment && say(environmentNames[environment])],
    [say(common.app), appId && (apps.find(({ id }) => id === appId)?.name ?? appId)],
    [say(common.key), keyId && (key ? nameOfKey(key) : keyId)],
    [say(common.status), status],
    [say(common.method), method],
    [say(texts.query), q],
    [say(texts.leftOutOfIt), without && say(texts.openedSessions)],
  ]
  return all.flatMap(([name, value]) => (value ? [[name, value] as const] : []))
}
