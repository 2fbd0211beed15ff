import { linkSeconds } from '@sonaqor/contract/export-bounds'
import type { Job } from '@sonaqor/contract/jobs'
import { Copied, Fact, Facts, Moment, useArrival, useLocale, useText } from '@sonaqor/ui'
import { isUnderWay, sizeOf } from '../jobs/job-words.ts'
import { useManifest, useStartedJob } from '../jobs/use-job.ts'
import { ExportCard, type ExportCardProps } from './export-card.tsx'
import type { ExportWords } from './exported.ts'
import * as texts from './texts/en.ts'

/** An export that was just started: how far it is, and at its end what its file holds. */
export function StartedExport({ job, words }: ExportCardProps) {
  const say = useText()
  const place = useArrival<HTMLDivElement>()
  const now = useStartedJob(job)
  return (
    <div ref={place} className="sq-export-started" tabIndex={-1}>
      <ExportCard job={now} words={words} />
      {isUnderWay(now) && <p className="sq-export-aside">{say(texts.exportGoesOn)}</p>}
      {now.file && <Manifest job={now} file={now.file} words={words} />}
    </div>
  )
}

interface ManifestProps {
  readonly job: Job
  readonly file: NonNullable<Job['file']>
  readonly words: ExportWords
}

/** By what whoever is handed the file can tell that it is whole. */
function Manifest({ job, file, words }: ManifestProps) {
  const say = useText()
  const locale = useLocale()
  const { data } = useManifest(job)
  return (
    <>
      <Facts>
        <Fact name={words.rows}>{new Intl.NumberFormat(locale).format(job.done)}</Fact>
        <Fact name={say(texts.size)}>{sizeOf(file.bytes, locale)}</Fact>
        <Fact name={say(texts.sha256)} hint={say(texts.sha256Detail)}>
          <Copied text={file.sha256} what={say(texts.sha256)} />
        </Fact>
        {data?.linesSha256 && (
          <Fact name={say(texts.linesSha256)} hint={words.linesDetail}>
            <Copied text={data.linesSha256} what={say(texts.linesSha256)} />
          </Fact>
        )}
        <Fact name={say(texts.availableUntil)}>
          <Moment at={file.expiresAt} />
        </Fact>
      </Facts>
      <p className="sq-export-aside">{say(texts.linkDetail, { seconds: linkSeconds })}</p>
    </>
  )
}
