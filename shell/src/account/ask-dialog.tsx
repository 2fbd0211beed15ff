import { Button, Dialog, Refusal, useText } from '@sonaqor/ui'
import { useAct } from '../identity/use-act.ts'
import * as texts from '../texts/en.ts'

interface AskDialogProps {
  readonly title: string
  /** What exactly will happen. */
  readonly words: string
  readonly verb: string
  readonly onDo: () => Promise<void>
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. What succeeds closes it by itself. */
export function AskDialog({ title, words, verb, onDo, onClose }: AskDialogProps) {
  const say = useText()
  const { busy, error, run } = useAct()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.cancel)}</Button>
          <Button look="danger" busy={busy} onClick={() => run(onDo)}>
            {verb}
          </Button>
        </>
      }
    >
      <p>{words}</p>
      <Refusal error={error} />
    </Dialog>
  )
}
