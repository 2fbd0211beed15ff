import { AskDialog as Ask } from '@sonaqor/ui'
import { useAct } from '../identity/use-act.ts'

interface AskDialogProps {
  readonly title: string
  /** What exactly will happen. */
  readonly words: string
  readonly verb: string
  readonly onDo: () => Promise<void>
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. What succeeds closes it by itself. */
export function AskDialog({ words, onDo, ...asked }: AskDialogProps) {
  const { busy, error, run } = useAct()
  return (
    <Ask {...asked} isBusy={busy} error={error} onDo={() => run(onDo)}>
      <p>{words}</p>
    </Ask>
  )
}
