import { useId, useState } from 'react'
import { Button } from '../button/button.tsx'
import { CopyButton } from '../copy/copy-button.tsx'
import { Icon } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import sheet from './secret-panel.css'

adopt(sheet)

export interface SecretPanelProps {
  /** What it is: "API key". */
  readonly label: string
  readonly secret: string
  /** How it is written wherever it is not to be read: `sq_test_9fK2…x7Qz`. Its beginning, unless said. */
  readonly masked?: string
  /** What is lost when it is lost. */
  readonly warning: string
  /** Called once the secret has been copied or looked at. */
  readonly onTaken?: () => void
}

/**
 * Shows a secret the one time that it can be shown: masked until it is asked for, because screens
 * are shared, with the way to copy it and the warning side by side.
 */
export function SecretPanel({
  label,
  secret,
  masked = `${secret.slice(0, 8)}…`,
  warning,
  onTaken,
}: SecretPanelProps) {
  const id = useId()
  const say = useText()
  const [shown, setShown] = useState(false)
  const toggle = () => {
    setShown(!shown)
    onTaken?.()
  }

  return (
    <section className="sq-secret" aria-labelledby={id}>
      <h3 id={id} className="sq-secret-label">
        {label}
      </h3>
      <code className="sq-secret-value" data-shown={shown || undefined}>
        {shown ? secret : masked}
      </code>
      <div className="sq-secret-acts">
        <CopyButton
          text={secret}
          what={label}
          label={say(texts.copyIt)}
          look="primary"
          {...(onTaken && { onCopied: onTaken })}
        />
        <Button onClick={toggle}>{say(shown ? texts.hide : texts.show)}</Button>
      </div>
      <p className="sq-secret-warning">
        <Icon name="alert" />
        <span>{warning}</span>
      </p>
    </section>
  )
}
