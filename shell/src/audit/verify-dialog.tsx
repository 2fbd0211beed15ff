import { useModule } from '@sonaqor/module'
import { adopt, Button, Dialog, Link, useText } from '@sonaqor/ui'
import { CheckpointsList } from './checkpoints-list.tsx'
import * as texts from './texts/en.ts'
import { useVerifying } from './use-verifying.ts'
import { Verdict } from './verdict.tsx'
import sheet from './verify-dialog.css'

adopt(sheet)

/** Walks the chain of hashes under the eyes of the reader, and tells in plain words what was found. */
export function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const { origin = '' } = useModule()
  const { verifying, goOn, again } = useVerifying()
  const isRunning = verifying.state === 'running'
  return (
    <Dialog
      title={say(texts.verifyLog)}
      onClose={onClose}
      actions={
        <>
          {verifying.state === 'failed' && <Button onClick={goOn}>{say(texts.verifyGoOn)}</Button>}
          {!isRunning && verifying.state !== 'failed' && (
            <Button onClick={again}>{say(texts.verifyAgain)}</Button>
          )}
          <Button look={isRunning ? 'plain' : 'primary'} onClick={onClose}>
            {say(isRunning ? texts.cancel : texts.close)}
          </Button>
        </>
      }
    >
      <div className="sq-audit-verify">
        <p>{say(texts.verifyPurpose)}</p>
        <Verdict of={verifying} />
        <CheckpointsList />
        <p>
          <Link href={`${origin}/docs/audit`} outside>
            {say(texts.guide)}
          </Link>
        </p>
      </div>
    </Dialog>
  )
}
