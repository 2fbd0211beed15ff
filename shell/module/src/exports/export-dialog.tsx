import type { Job } from '@sonaqor/contract/jobs'
import { adopt, Button, Dialog, useText } from '@sonaqor/ui'
import { useState } from 'react'
import type { Exported } from './exported.ts'
import sheet from './exports.css'
import { PastExports } from './past-exports.tsx'
import { Questions } from './questions.tsx'
import { StartedExport } from './started-export.tsx'
import * as texts from './texts/en.ts'

adopt(sheet)

export interface ExportDialogProps {
  readonly of: Exported
  readonly onClose: () => void
}

/** Takes away what a list shows, of any length: starts the export, follows it, and hands over its file. */
export function ExportDialog({ of: exported, onClose }: ExportDialogProps) {
  const say = useText()
  const { rows, words } = exported
  const [started, follow] = useState<Job>()
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      actions={started && <Button onClick={onClose}>{say(texts.done)}</Button>}
    >
      {started ? (
        <StartedExport job={started} words={words} />
      ) : (
        <>
          <Questions of={exported} onStarted={follow} onClose={onClose} />
          <PastExports of={rows.of} words={words} />
        </>
      )}
    </Dialog>
  )
}
