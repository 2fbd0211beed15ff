import { AskDialog as Ask } from '@sonaqor/ui'
import type { Writing } from '../identity/use-writing.ts'

interface AskDialogProps {
  readonly title: string
  /** What exactly will happen. */
  readonly words: string
  readonly verb: string
  /** What succeeds closes the dialog by itself. */
  readonly writing: Writing<void>
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. */
export function AskDialog({ words, writing, ...asked }: AskDialogProps) {
  const { busy, error, write } = writing
  return (
    <Ask {...asked} isBusy={busy} error={error} onDo={() => write()}>
      <p>{words}</p>
    </Ask>
  )
}
