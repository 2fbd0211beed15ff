import type { Job } from '@sonaqor/contract/jobs'
import type { LogSearch } from '@sonaqor/contract/logs'
import { adopt, Button, Dialog, useText } from '@sonaqor/ui'
import { useMemo, useState } from 'react'
import type { Names } from '../logs/entry/log-facts.tsx'
import type { Span } from '../logs/use-span.ts'
import * as common from '../texts/en.ts'
import * as texts from './texts/en.ts'
import sheet from './export.css'
import { PastExports } from './past-exports.tsx'
import { Questions } from './questions.tsx'
import { StartedExport } from './started-export.tsx'

adopt(sheet)

export interface ExportDialogProps {
  readonly search: LogSearch
  readonly span: Span
  readonly names: Names
  readonly onClose: () => void
}

/** Takes away what the list shows, of any length: starts the export, follows it, and hands over its file. */
export function ExportDialog({ search, span, names, onClose }: ExportDialogProps) {
  const say = useText()
  const filter = useMemo(() => ({ ...search, ...span }), [search, span])
  const [started, follow] = useState<Job>()
  return (
    <Dialog
      title={say(texts.exportRequests)}
      onClose={onClose}
      actions={started && <Button onClick={onClose}>{say(common.done)}</Button>}
    >
      {started ? (
        <StartedExport job={started} />
      ) : (
        <>
          <Questions filter={filter} names={names} onStarted={follow} onClose={onClose} />
          <PastExports />
        </>
      )}
    </Dialog>
  )
}
