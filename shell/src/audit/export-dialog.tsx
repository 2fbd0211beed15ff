import { Button, Dialog, RadioGroup, useText, type Range } from '@sonaqor/ui'
import { useState } from 'react'
import { instantsOf, type AuditFilter } from './audit-filter.ts'
import { ExportProgress } from './export-progress.tsx'
import * as texts from './texts/en.ts'
import { useNewest } from './use-audit.ts'
import { useExporting, type ExportFormat } from './use-exporting.ts'

export interface ExportDialogProps {
  readonly filter: AuditFilter
  readonly range: Range | undefined
  readonly isFiltered: boolean
  readonly onClose: () => void
}

type Extent = 'filtered' | 'whole'

/** Takes the log away as a file: which entries, in which form, and whether all of it has come. */
export function ExportDialog({ filter, range, isFiltered, onClose }: ExportDialogProps) {
  const say = useText()
  const [format, setFormat] = useState<ExportFormat>('jsonl')
  const [extent, setExtent] = useState<Extent>(isFiltered ? 'filtered' : 'whole')
  const { exporting, begin, stop } = useExporting()
  // How many there are is known of the whole log alone: its entries are counted without a gap.
  const newest = useNewest(exporting.state === 'running' && extent === 'whole')
  const start = () =>
    begin(format, extent === 'whole' ? {} : { ...filter, ...instantsOf(range, Date.now()) })
  return (
    <Dialog
      title={say(texts.exportTitle)}
      onClose={onClose}
      steadfast={exporting.state === 'running'}
      actions={<Acts state={exporting.state} onStart={start} onStop={stop} onClose={onClose} />}
    >
      {exporting.state === 'idle' ? (
        <Questions
          format={format}
          onFormat={setFormat}
          extent={isFiltered ? extent : undefined}
          onExtent={setExtent}
        />
      ) : (
        <ExportProgress of={exporting} format={format} total={newest} />
      )}
    </Dialog>
  )
}

interface ActsProps {
  readonly state: ReturnType<typeof useExporting>['exporting']['state']
  readonly onStart: () => void
  readonly onStop: () => void
  readonly onClose: () => void
}

function Acts({ state, onStart, onStop, onClose }: ActsProps) {
  const say = useText()
  if (state === 'running') return <Button onClick={onStop}>{say(texts.cancel)}</Button>
  if (state === 'done') {
    return (
      <Button look="primary" onClick={onClose}>
        {say(texts.close)}
      </Button>
    )
  }
  return (
    <>
      <Button onClick={onClose}>{say(texts.cancel)}</Button>
      <Button look="primary" icon="download" onClick={onStart}>
        {say(state === 'idle' ? texts.exportLog : texts.exportAgain)}
      </Button>
    </>
  )
}

interface QuestionsProps {
  readonly format: ExportFormat
  readonly onFormat: (format: ExportFormat) => void
  /** Left out where nothing is filtered, and there is nothing to choose. */
  readonly extent: Extent | undefined
  readonly onExtent: (extent: Extent) => void
}

function Questions({ format, onFormat, extent, onExtent }: QuestionsProps) {
  const say = useText()
  return (
    <div className="sq-audit-export">
      {extent && (
        <RadioGroup<Extent>
          label={say(texts.exportWhat)}
          options={[
            { value: 'filtered', label: say(texts.filtersTaken) },
            { value: 'whole', label: say(texts.wholeLog), hint: say(texts.wholeLogDetail) },
          ]}
          value={extent}
          onChange={onExtent}
        />
      )}
      <RadioGroup<ExportFormat>
        label={say(texts.exportFormat)}
        options={[
          { value: 'jsonl', label: say(texts.formatJsonl), hint: say(texts.formatJsonlDetail) },
          { value: 'csv', label: say(texts.formatCsv), hint: say(texts.formatCsvDetail) },
        ]}
        value={format}
        onChange={onFormat}
      />
      <p className="sq-audit-note">{say(texts.exportedIsLogged)}</p>
    </div>
  )
}
