import { Button } from '../button/button.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { Loaded, type Readable } from '../states/loaded.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { FactorForm, type FactorFormProps } from './factor-form.tsx'

export interface StepUpDialogProps extends Pick<FactorFormProps, 'onProve' | 'wordsOf'> {
  /** Whether the proof holds for one act alone, or for a while. */
  readonly holds: 'once' | 'a-while'
  /** Which second factors the person has, by the API's names. */
  readonly methods: Readable<readonly string[]>
  readonly onClose: () => void
  /** Leads whoever has no second factor to where one is set up. */
  readonly onSetUp: () => void
}

/**
 * Asks for a second factor again before something weighty. It asks alone; what it opens is not its own.
 */
export function StepUpDialog(props: StepUpDialogProps) {
  const { holds, methods, onProve, wordsOf, onClose, onSetUp } = props
  const say = useText()
  return (
    <Dialog title={say(texts.confirmThatItIsYou)} onClose={onClose} steadfast>
      <Loaded of={methods}>
        {(known) =>
          known.length === 0 ? (
            <NoFactor onClose={onClose} onSetUp={onSetUp} />
          ) : (
            <>
              <p>{say(holds === 'once' ? texts.factorOnce : texts.factorForAWhile)}</p>
              <FactorForm
                methods={known}
                onProve={onProve}
                wordsOf={wordsOf}
                wayOut={<Button onClick={onClose}>{say(texts.cancel)}</Button>}
              />
            </>
          )
        }
      </Loaded>
    </Dialog>
  )
}

type NoFactorProps = Pick<StepUpDialogProps, 'onClose' | 'onSetUp'>

function NoFactor({ onClose, onSetUp }: NoFactorProps) {
  const say = useText()
  return (
    <>
      <p>{say(texts.noFactorYet)}</p>
      <footer className="sq-dialog-foot">
        <Button onClick={onClose}>{say(texts.cancel)}</Button>
        <Button look="primary" onClick={onSetUp}>
          {say(texts.setUpFactor)}
        </Button>
      </footer>
    </>
  )
}
