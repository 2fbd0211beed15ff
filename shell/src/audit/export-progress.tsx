import {
  adopt,
  Banner,
  Button,
  Copied,
  failureOf,
  Progress,
  save,
  useLocale,
  useText,
} from '@sonaqor/ui'
import sheet from './export.css'
import * as texts from './texts/en.ts'
import type { ExportFormat, Exporting } from './use-exporting.ts'

adopt(sheet)

interface ExportProgressProps {
  readonly of: Exclude<Exporting, { readonly state: 'idle' }>
  readonly format: ExportFormat
  /** How many entries there are, where that is known. */
  readonly total: number | undefined
}

/** How far the file has come, and whether it may be called whole. */
export function ExportProgress({ of: exporting, format, total }: ExportProgressProps) {
  const say = useText()
  const sizeOf = useSizes()
  switch (exporting.state) {
    case 'running':
      // A cell of a spreadsheet may have several lines; only JSONL has one for each entry.
      return <Running {...exporting} counted={format === 'jsonl'} total={total} />
    case 'done':
      return <Done {...exporting} />
    case 'refused':
      return exporting.because === 'cut' ? (
        <Banner tone="danger" title={say(texts.exportCut)}>
          {say(texts.exportCutDetail, { size: sizeOf(exporting.bytes) })}
        </Banner>
      ) : (
        <Banner tone="danger" title={say(texts.exportDiffers)}>
          {say(texts.exportDiffersDetail)}
        </Banner>
      )
    case 'failed':
      return <NotCome error={exporting.error} />
  }
}

interface RunningProps {
  readonly bytes: number
  readonly lines: number
  readonly counted: boolean
  readonly total: number | undefined
}

function Running({ bytes, lines: done, counted, total }: RunningProps) {
  const say = useText()
  const size = useSizes()(bytes)
  const words = !counted
    ? say(texts.taken, { size })
    : total === undefined
      ? say(texts.takenEntries, { size, done })
      : say(texts.takenOf, { size, done, total })
  return (
    <div className="sq-audit-export">
      <Progress
        label={say(texts.exportRunning)}
        share={counted && total ? done / total : undefined}
        words={words}
      />
      <p className="sq-audit-note">{words}</p>
    </div>
  )
}

type DoneProps = Omit<Extract<Exporting, { readonly state: 'done' }>, 'state'>

function Done({ name, content, manifest }: DoneProps) {
  const say = useText()
  const size = useSizes()(content.size)
  return (
    <Banner
      tone="success"
      title={say(texts.exportDone)}
      actions={
        <Button size="small" icon="download" onClick={() => save(content, name)}>
          {say(texts.saveAgain)}
        </Button>
      }
    >
      <p>{say(texts.exportDoneDetail, { name, count: manifest.entries, size })}</p>
      <p>{say(manifest.whole ? texts.chainIsWhole : texts.extractOnly)}</p>
      <div className="sq-audit-digest">
        <span>{say(texts.sha256)}</span>
        <Copied text={manifest.sha256} what={say(texts.sha256)} />
      </div>
    </Banner>
  )
}

function NotCome({ error }: { readonly error: unknown }) {
  const say = useText()
  const { reason, advice } = failureOf(error, say)
  return (
    <Banner tone="danger" title={say(texts.exportFailed)}>
      {reason} {advice}
    </Banner>
  )
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** An amount of bytes in the unit that people would choose, in their own writing. */
function useSizes(): (bytes: number) => string {
  const locale = useLocale()
  return (bytes) => {
    const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
    const unit = units[step] ?? 'byte'
    const format = { style: 'unit', unit, maximumFractionDigits: step === 0 ? 0 : 1 } as const
    return new Intl.NumberFormat(locale, format).format(bytes / 1000 ** step)
  }
}
