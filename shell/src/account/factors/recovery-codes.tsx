import { adopt, Banner, Button, Checkbox, CopyButton, save, useArrival, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../../identity/texts/en.ts'
import * as shared from '../../texts/en.ts'
import sheet from './recovery-codes.css'

adopt(sheet)

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onDone: () => void
}

/** Shows the codes the one time that they can be shown. One goes on once they are kept. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const say = useText()
  const [isKept, keep] = useState(false)
  // They take the place of the form that had the focus, and are shown this once.
  const arrival = useArrival<HTMLDivElement>()
  const text = `${codes.join('\n')}\n`
  return (
    <div className="sq-recovery">
      <Banner ref={arrival} tone="warning" title={say(texts.keepRecoveryCodes)}>
        {say(texts.keepRecoveryCodesDetail)}
      </Banner>
      <ol className="sq-recovery-codes" aria-label={say(texts.recoveryCodes)}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="sq-recovery-acts">
        <CopyButton
          text={text}
          what={say(texts.recoveryCodes)}
          label={say(texts.copyAll)}
          look="plain"
        />
        <Button icon="download" onClick={() => download(text)}>
          {say(texts.download)}
        </Button>
        <Button onClick={() => window.print()}>{say(texts.print)}</Button>
      </div>
      <Checkbox label={say(texts.haveKeptThem)} checked={isKept} onChange={keep} />
      <div className="sq-dialog-foot">
        <Button
          look="primary"
          aria-disabled={!isKept}
          onClick={() => {
            if (isKept) onDone()
          }}
        >
          {say(shared.done)}
        </Button>
      </div>
    </div>
  )
}

const download = (text: string) =>
  save(new Blob([text], { type: 'text/plain' }), 'sonaqor-recovery-codes.txt')
